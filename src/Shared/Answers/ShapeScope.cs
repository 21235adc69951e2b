using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>What the reading of one root has met so far. Types wait in a queue, so that long chains of types take no stack.</summary>
/// <param name="assembly">The assembly that code is generated into.</param>
/// <param name="isWritten">Whether values are only written, so that it does not matter how one is made, or what a model may answer.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class ShapeScope(IAssemblySymbol assembly, bool isWritten, CancellationToken cancellationToken)
{
    // Types that grow as they are closed, such as Node<T> with a member Node<List<T>>, never end.
    private const int GenericDepth = 8;

    private readonly Queue<PendingType> _pending = new();
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<AnswerProblem> _problems = [];
    private readonly Lazy<string?> _generatedFolder = new(() => GeneratedMembers.FolderOf(assembly));

    public IAssemblySymbol Assembly { get; } = assembly;

    public bool IsWritten { get; } = isWritten;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether no shape can be given: a rule is violated, or the code does not compile, which the compiler reports.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What <see cref="GeneratedMembers.FolderOf"/> gives.</summary>
    public string? GeneratedFolder => _generatedFolder.Value;

    public IReadOnlyList<AnswerProblem> Problems => _problems;

    /// <summary>What the use of what is read would warn of, until it is taken.</summary>
    public WarningIds Warnings { get; private set; } = new();

    public void Break() => IsBroken = true;

    /// <summary>Reports what keeps a shape from being made.</summary>
    public void Refuse(string id, AnswerPlace place, params string[] reasons)
    {
        Break();
        _problems.Add(Problem(id, place, reasons) with { IsBreaking = true });
    }

    /// <summary>Reports why no value of a type can be made: where it is declared, if that is here, with the path to where it was met.</summary>
    public void RefuseType(INamedTypeSymbol type, AnswerPlace met, Refusal refusal)
    {
        var place = met.Of(type, Assembly);
        Refuse(
            DiagnosticIds.NotConstructible,
            met.IsType ? place : place with { Path = met.Path },
            met.IsType ? refusal.Reason : $"is of type '{TypeNames.Readable(type)}', which {refusal.Reason}",
            refusal.WayOut);
    }

    /// <summary>Reports what a shape can be made with all the same.</summary>
    public void Warn(string id, AnswerPlace place, params string[] reasons) => _problems.Add(Problem(id, place, reasons));

    /// <summary>What the schema says of a symbol; null where there is none.</summary>
    public string? Describe(ISymbol symbol) => IsWritten ? null : JsonAttributes.Description(symbol);

    /// <summary>Has a type read once, however often it is met.</summary>
    /// <param name="type">The type.</param>
    /// <param name="place">Where it was met.</param>
    /// <param name="isCase">Whether it is a type of a family, which is an object even if it stands for a family elsewhere.</param>
    /// <returns>The name that identifies its shape.</returns>
    public string? Meet(INamedTypeSymbol type, AnswerPlace place, bool isCase = false)
    {
        if (Depth(type) > GenericDepth)
        {
            Refuse(DiagnosticIds.NotExpressible, place, "is closed over itself again and again, so that its types have no end", "use a type that is not generic");
            return null;
        }

        var name = Identity(type);
        var isFamily = !isCase && UnionReader.IsFamily(type);
        if (_met.Add(isFamily ? name + " family" : name))
        {
            _pending.Enqueue(new PendingType(type, place, isFamily));
        }

        return name;
    }

    public EquatableArray<string> TakeWarnings()
    {
        var warnings = Warnings.ToEquatableArray();
        Warnings = new WarningIds();
        return warnings;
    }

    /// <summary>The next type to read; null when all are.</summary>
    public PendingType? Take()
    {
        CancellationToken.ThrowIfCancellationRequested();
        return _pending.Count > 0 ? _pending.Dequeue() : null;
    }

    public static string Identity(INamedTypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeNames.Format);

    private static AnswerProblem Problem(string id, AnswerPlace place, string[] reasons) => new(id, place.Location, [place.Path, .. reasons]);

    private static int Depth(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Depth(array.ElementType) + 1;
        }

        var deepest = 0;
        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                deepest = Math.Max(deepest, Depth(argument) + 1);
            }

            if (named.ContainingType is { } outer)
            {
                deepest = Math.Max(deepest, Depth(outer));
            }
        }

        return deepest;
    }
}
