"""Go packages, as little of them as an analysis needs.

A real repository has rules_go for this. What counts for piivet is what a
package provides: its sources, its import path, and the compiler's export data.
"""

GoPackage = provider(
    doc = "A Go package.",
    fields = {
        "importpath": "the path by which it is imported",
        "srcs": "its Go files",
        "export": "its export data",
        "deps": "the GoPackages that it imports, without the standard library",
    },
)

GoStd = provider(
    doc = "The standard library.",
    fields = {"dir": "a directory with PACKAGE.x, the export data, for each package"},
)

def _go_std(ctx):
    out = ctx.actions.declare_directory(ctx.label.name)
    ctx.actions.run_shell(
        outputs = [out],
        inputs = depset([ctx.file._go], transitive = [ctx.attr._root[DefaultInfo].files]),
        command = """
set -eu
export HOME="$PWD/home" GOROOT="$PWD/{root}" GOCACHE="$PWD/cache" GOPATH="$PWD/path"
export GOTOOLCHAIN=local GO111MODULE=off CGO_ENABLED=0 GOFLAGS=-trimpath
"{go}" list -deps -export -f '{{{{with .Export}}}}{{{{$.ImportPath}}}} {{{{.}}}}{{{{end}}}}' {packages} |
while read -r path export; do
	mkdir -p "{out}/$(dirname "$path")"
	cp "$export" "{out}/$path.x"
done
""".format(
            root = ctx.file._go.dirname.rpartition("/")[0],
            go = ctx.file._go.path,
            out = out.path,
            packages = " ".join(ctx.attr.packages),
        ),
        mnemonic = "GoStd",
        progress_message = "Compiling the standard library",
    )
    return [DefaultInfo(files = depset([out])), GoStd(dir = out)]

go_std = rule(
    implementation = _go_std,
    attrs = {
        "packages": attr.string_list(doc = "the packages that are imported; those below them come with them"),
        "_go": attr.label(default = "@go//:root/bin/go", allow_single_file = True),
        "_root": attr.label(default = "@go//:root"),
    },
    doc = "Export data of the standard library.",
)

def _go_package(ctx):
    std = ctx.attr._std[GoStd].dir
    deps = [dep[GoPackage] for dep in ctx.attr.deps]
    export = ctx.actions.declare_file(ctx.label.name + ".x")
    config = ctx.actions.declare_file(ctx.label.name + ".importcfg")
    lines = ["packagefile %s=%s/%s.x" % (path, std.path, path) for path in ctx.attr.std]
    lines += ["packagefile %s=%s" % (dep.importpath, dep.export.path) for dep in deps]
    ctx.actions.write(config, "\n".join(lines) + "\n")
    args = ctx.actions.args()
    args.add("-p", "main" if ctx.attr.main else ctx.attr.importpath)
    args.add("-lang", ctx.attr.lang)
    args.add("-importcfg", config)
    args.add("-o", export)
    args.add("-linkobj", "/dev/null")
    args.add_all(ctx.files.srcs)
    ctx.actions.run_shell(
        outputs = [export],
        inputs = ctx.files.srcs + [config, std] + [dep.export for dep in deps],
        tools = [ctx.file._compile],
        # Without -trimpath, the sandbox's path gets into the export data.
        command = '"%s" -trimpath "$PWD" "$@"' % ctx.file._compile.path,
        arguments = [args],
        mnemonic = "GoCompile",
        progress_message = "Compiling %{label}",
    )
    return [
        DefaultInfo(files = depset([export])),
        GoPackage(importpath = ctx.attr.importpath, srcs = ctx.files.srcs, export = export, deps = deps),
    ]

go_package = rule(
    implementation = _go_package,
    attrs = {
        "importpath": attr.string(mandatory = True),
        "srcs": attr.label_list(allow_files = [".go"]),
        "deps": attr.label_list(providers = [GoPackage]),
        "std": attr.string_list(doc = "what it imports of the standard library"),
        "main": attr.bool(doc = "whether it is a command"),
        "lang": attr.string(default = "go1.26"),
        "_compile": attr.label(default = "@go//:compile", allow_single_file = True),
        "_std": attr.label(default = "//build:std", providers = [GoStd]),
    },
    doc = "A Go package.",
)
