using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers;

/// <summary>Decides what a fix may do about a problem of a declaration: nothing where the right answer is not certain.</summary>
internal static class ContractFixes
{
    public static ImmutableDictionary<string, string?> PropertiesFor(EndpointProblem problem, EndpointReading reading, CancellationToken cancellationToken)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        var replacement = ReplacementOf(problem);
        if (problem.Id != DiagnosticIds.StreamContradictsReturnType
            && (replacement is null || !IsWritten(problem.Arguments[0], problem.Location, cancellationToken)))
        {
            return properties;
        }

        // A path is right or wrong for all methods alike.
        if (problem.Id != DiagnosticIds.MissingPromptFile && !IsOfOneMethod(problem.Location, cancellationToken) && !AllMethodsAgree(problem, reading))
        {
            return properties;
        }

        return replacement is null ? properties.Add(FixProperties.Remove, null) : properties.Add(FixProperties.Choices, replacement);
    }

    private static string? ReplacementOf(EndpointProblem problem) =>
        problem.Properties.TryGetValue(EndpointProblem.Replacement, out var replacement) ? replacement : null;

    // A template that is no single literal is reported as a whole.
    private static bool IsWritten(string name, Location location, CancellationToken cancellationToken) =>
        location.SourceTree is { } tree && tree.GetText(cancellationToken).ToString(location.SourceSpan) == name;

    private static bool IsOfOneMethod(Location location, CancellationToken cancellationToken) =>
        location.SourceTree?.GetRoot(cancellationToken).FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>()
            is { Parent: MethodDeclarationSyntax };

    // What stands on the interface may be right for another of its methods.
    private static bool AllMethodsAgree(EndpointProblem problem, EndpointReading reading)
    {
        var same = 0;
        foreach (var other in reading.Problems)
        {
            if (other.Id == problem.Id && other.Location == problem.Location && ReplacementOf(other) == ReplacementOf(problem))
            {
                same++;
            }
        }

        return same == reading.Model?.Methods.Count;
    }
}
