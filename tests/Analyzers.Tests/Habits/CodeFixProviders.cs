using Microsoft.CodeAnalysis.CodeFixes;
using TypedLlm.CodeFixes;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>All code fix providers, found as the host finds them: by their attribute.</summary>
internal static class CodeFixProviders
{
    public static IReadOnlyList<CodeFixProvider> All { get; } =
        [.. typeof(TextCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];
}
