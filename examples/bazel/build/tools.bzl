"""Programs that are on the machine already: Go, and piivet.

Bazel hashes what these rules link to, so another program or another version is
another input, and what was made with the old one is made again.
"""

def _go_toolchain(ctx):
    go = ctx.os.environ.get("GO") or ctx.which("go")
    if not go:
        fail("there is no go on the PATH; name it: --repo_env=GO=/path/to/go")
    root = _output(ctx, [go, "env", "GOROOT"])
    ctx.symlink(ctx.path(root), "root")
    arch = _output(ctx, [go, "env", "GOOS"]) + "_" + _output(ctx, [go, "env", "GOARCH"])
    ctx.file("BUILD.bazel", """
package(default_visibility = ["//visibility:public"])

exports_files(["root/bin/go"])

filegroup(
    name = "compile",
    srcs = ["root/pkg/tool/{arch}/compile"],
)

filegroup(
    name = "root",
    srcs = glob(
        ["root/VERSION", "root/go.env", "root/pkg/include/**", "root/pkg/tool/**", "root/src/**"],
        exclude = ["root/src/cmd/**", "root/src/**/*_test.go", "root/src/**/testdata/**"],
    ),
)
""".format(arch = arch))

def _output(ctx, command):
    result = ctx.execute(command)
    if result.return_code != 0:
        fail("%s: %s" % (" ".join([str(word) for word in command]), result.stderr))
    return result.stdout.strip()

go_toolchain = repository_rule(
    implementation = _go_toolchain,
    environ = ["GO", "PATH"],
    local = True,
    doc = "Go as it is installed.",
)

def _piivet_program(ctx):
    program = ctx.os.environ.get("PIIVET") or ctx.which("piivet")
    if not program:
        fail("there is no piivet on the PATH; name it: --repo_env=PIIVET=/path/to/piivet")
    ctx.symlink(ctx.path(program), "piivet")
    ctx.file("BUILD.bazel", """exports_files(["piivet"])""")

piivet_program = repository_rule(
    implementation = _piivet_program,
    environ = ["PIIVET", "PATH"],
    local = True,
    doc = "piivet as it is installed.",
)

def _no_coverage(ctx):
    ctx.file("BUILD.bazel", """
filegroup(
    name = "coverage_report_generator",
    visibility = ["//visibility:public"],
)
""")

no_coverage = repository_rule(
    implementation = _no_coverage,
    doc = "Stands where Bazel wants its coverage report generator.",
)
