"""piivet as an aspect: one action a package.

An action sees the sources of its package, the export data and the facts of what
it imports directly, the policy and the program. Facts come out of it that are the
same bytes as long as nothing changes that concerns importers.
"""

load(":go.bzl", "GoPackage", "GoStd")

Piivet = provider(
    doc = "What piivet knows of a package.",
    fields = {
        "facts": "what importers need to know",
        "findings": "a depset of the findings here and in all below",
        "srcs": "a depset of the sources here and in all below, for reports",
    },
)

def _piivet(target, ctx):
    if GoPackage not in target:
        return []
    package = target[GoPackage]
    deps = [(dep[GoPackage], dep[Piivet]) for dep in ctx.rule.attr.deps if Piivet in dep]
    std = ctx.attr._std[GoStd].dir
    facts = ctx.actions.declare_file(target.label.name + ".facts")
    findings = ctx.actions.declare_file(target.label.name + ".findings.json")
    unit = ctx.actions.declare_file(target.label.name + ".cfg")
    ctx.actions.write(unit, _unit(ctx.rule.attr, package, deps, std, facts))
    ctx.actions.run_shell(
        outputs = [facts, findings],
        inputs = package.srcs + [unit, std, ctx.file._policy] +
                 [dep.export for dep, _ in deps] + [known.facts for _, known in deps],
        tools = [ctx.file._piivet],
        # The policy is named by an absolute path, which is another one in each sandbox.
        command = 'PIIVET_CONFIG="$PWD/%s" "%s" -json -details "%s" > "%s"' % (
            ctx.file._policy.path,
            ctx.file._piivet.path,
            unit.path,
            findings.path,
        ),
        mnemonic = "Piivet",
        progress_message = "Looking for personal data in " + package.importpath,
    )
    return [
        Piivet(
            facts = facts,
            findings = depset([findings], transitive = [known.findings for _, known in deps]),
            srcs = depset(package.srcs, transitive = [known.srcs for _, known in deps]),
        ),
        OutputGroupInfo(piivet = depset([facts, findings])),
    ]

def _unit(attrs, package, deps, std, facts):
    """The configuration of a unit, as go vet writes it."""
    exports = {path: "%s/%s.x" % (std.path, path) for path in attrs.std}
    exports.update({dep.importpath: dep.export.path for dep, _ in deps})
    return json.encode(struct(
        ID = package.importpath,
        ImportPath = package.importpath,
        Compiler = "gc",
        GoVersion = attrs.lang,
        ModulePath = "example.com/desk",
        GoFiles = [src.path for src in package.srcs],
        ImportMap = {path: path for path in exports},
        PackageFile = exports,
        PackageVetx = {dep.importpath: known.facts.path for dep, known in deps},
        VetxOutput = facts.path,
    ))

piivet = aspect(
    implementation = _piivet,
    attr_aspects = ["deps"],
    attrs = {
        "_piivet": attr.label(default = "@piivet//:piivet", allow_single_file = True),
        "_policy": attr.label(default = "//:.piivet.toml", allow_single_file = True),
        "_std": attr.label(default = "//build:std", providers = [GoStd]),
    },
    doc = "Analyses a Go package.",
)

def _piivet_test(ctx):
    findings = depset(transitive = [dep[Piivet].findings for dep in ctx.attr.deps])
    srcs = depset(transitive = [dep[Piivet].srcs for dep in ctx.attr.deps])
    program = ctx.actions.declare_file(ctx.label.name)
    files = " ".join(["'%s'" % file.short_path for file in findings.to_list()])
    ctx.actions.write(
        program,
        "#!/bin/sh\nexec '%s' report \"$@\" %s\n" % (ctx.file._piivet.short_path, files),
        is_executable = True,
    )
    return [DefaultInfo(
        executable = program,
        runfiles = ctx.runfiles(
            files = [ctx.file._piivet] + ctx.files._module,
            transitive_files = depset(transitive = [findings, srcs]),
        ),
    )]

piivet_test = rule(
    implementation = _piivet_test,
    attrs = {
        "deps": attr.label_list(aspects = [piivet], providers = [GoPackage]),
        "_piivet": attr.label(default = "@piivet//:piivet", allow_single_file = True),
        # Tells where the packages of the module lie.
        "_module": attr.label(default = "//:go.mod", allow_single_file = True),
    },
    test = True,
    doc = "Fails while there are findings in packages or in what they import.",
)
