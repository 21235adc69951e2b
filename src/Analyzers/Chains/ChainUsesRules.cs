using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Compares what all endpoints use with what the assembly declares.</summary>
internal static class ChainUsesRules
{
    // Two may agree by chance.
    private const int FewestRepeats = 3;

    private const string DefaultName = "main";

    public static void Check(CompilationAnalysisContext context, ChainUses uses)
    {
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(uses.Names.Keys, StringComparer.Ordinal);
        foreach (var declaration in NamedChains.All(context.Compilation.Assembly))
        {
            if (NamedChains.NameOf(declaration) is { } name && !string.IsNullOrWhiteSpace(name))
            {
                CheckUse(declaration, name, uses, context);
                taken.Add(name);
                if (ChainDeclarationReader.ReadModels(declaration, context.CancellationToken) is { } models)
                {
                    declared[KeyOf(models)] = name;
                }
            }
        }

        CheckRepeats(uses.Written, declared, taken, context);
    }

    private static void CheckUse(AttributeData declaration, string name, ChainUses uses, CompilationAnalysisContext context)
    {
        if (!uses.HasHalfWritten && !uses.Names.ContainsKey(name) && AttributeSyntaxes.FirstArgument(declaration, context.CancellationToken) is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(NamedChainDescriptors.UnusedChain, place.GetLocation(), name));
        }
    }

    private static void CheckRepeats(
        IEnumerable<ChainDeclaration> written, Dictionary<string, string> declared, HashSet<string> taken, CompilationAnalysisContext context)
    {
        foreach (var repeated in RepeatsOf(written))
        {
            var key = KeyOf(repeated[0]);
            var isDeclared = declared.TryGetValue(key, out var name);
            name ??= FreeName(taken);
            var advice = isDeclared ? $"use Chain = \"{name}\", which is the same" : "declare it once with [assembly: LlmChain]";
            var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Choices, name);
            var primaries = PrimariesOf(repeated);
            foreach (var chain in repeated)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    NamedChainDescriptors.RepeatedChain,
                    chain.Locations[0],
                    primaries,
                    isDeclared ? properties : properties.Add(FixProperties.Declare, null),
                    $"'{string.Join("', '", chain.Names)}'",
                    repeated.Count.ToString(CultureInfo.InvariantCulture),
                    advice));
            }
        }
    }

    private static List<List<ChainDeclaration>> RepeatsOf(IEnumerable<ChainDeclaration> written)
    {
        var groups = new Dictionary<string, List<ChainDeclaration>>(StringComparer.Ordinal);
        foreach (var chain in written)
        {
            if (chain.Names.Count > 1 && !string.IsNullOrWhiteSpace(chain.Names[0]))
            {
                if (!groups.TryGetValue(KeyOf(chain), out var group))
                {
                    groups.Add(KeyOf(chain), group = []);
                }

                group.Add(chain);
            }
        }

        // In one order, whichever type was analyzed first.
        var repeats = new List<List<ChainDeclaration>>();
        foreach (var group in groups.Values)
        {
            if (group.Count >= FewestRepeats)
            {
                group.Sort((left, right) => Compare(left.Locations[0], right.Locations[0]));
                repeats.Add(group);
            }
        }

        repeats.Sort((left, right) => Compare(left[0].Locations[0], right[0].Locations[0]));
        return repeats;
    }

    private static int Compare(Location left, Location right)
    {
        var order = string.CompareOrdinal(left.SourceTree?.FilePath, right.SourceTree?.FilePath);
        return order != 0 ? order : left.SourceSpan.CompareTo(right.SourceSpan);
    }

    private static List<Location> PrimariesOf(List<ChainDeclaration> repeated)
    {
        var primaries = new List<Location>(repeated.Count);
        foreach (var chain in repeated)
        {
            primaries.Add(chain.Locations[0]);
        }

        return primaries;
    }

    // No name contains the end of a line.
    private static string KeyOf(ChainDeclaration chain) => string.Join("\n", chain.Names);

    private static string FreeName(HashSet<string> taken)
    {
        var name = DefaultName;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = DefaultName + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
