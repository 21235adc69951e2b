using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Reads the type of an answer from its symbol: a shape without symbols for the generator, problems with locations for the analyzers. A rule about
/// types of answers exists only here and in <see cref="SchemaLimits"/>.
/// </summary>
internal static class ShapeReader
{
    public const string Attribute = "LlmAnswerAttribute";

    /// <summary>Reads a type that a model answers with.</summary>
    /// <param name="type">The type as it is used. Its nullability counts.</param>
    /// <param name="assembly">The assembly that code is generated into.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static AnswerReading Read(ITypeSymbol type, IAssemblySymbol assembly, CancellationToken cancellationToken) =>
        Read(type, new ShapeScope(assembly, isWritten: false, cancellationToken));

    /// <summary>Reads a type whose values are only written. More types can be: nobody has to make one, or to say in a schema what it may hold.</summary>
    /// <inheritdoc cref="Read(ITypeSymbol, IAssemblySymbol, CancellationToken)"/>
    public static AnswerReading ReadWritten(ITypeSymbol type, IAssemblySymbol assembly, CancellationToken cancellationToken) =>
        Read(type, new ShapeScope(assembly, isWritten: true, cancellationToken));

    private static AnswerReading Read(ITypeSymbol type, ShapeScope scope)
    {
        var place = new AnswerPlace(TypeNames.Readable(type), Location: null) { IsType = true };
        var root = new TypeUseReader(scope).Read(type, type is INamedTypeSymbol named ? place.Of(named, scope.Assembly) : place);
        var warnings = scope.TakeWarnings();
        var types = new List<NamedShape>();
        while (scope.Take() is { } next)
        {
            scope.Warnings.AddType(next.Type);
            var shape = ReadNamed(next, scope);
            var ofType = scope.TakeWarnings();
            if (shape is not null)
            {
                types.Add(shape with { Warnings = ofType });
            }
        }

        var whole = root is null || scope.IsBroken ? null : new AnswerShape(root, EquatableArray<NamedShape>.From(types)) { Warnings = warnings };
        return new AnswerReading(whole, scope.Problems);
    }

    private static NamedShape? ReadNamed(PendingType pending, ShapeScope scope)
    {
        var type = pending.Type;
        if (type.TypeKind == Microsoft.CodeAnalysis.TypeKind.Enum)
        {
            return EnumReader.Read(type, pending.Place, scope);
        }

        if (TypeAccess.Fault(type, scope.Assembly) is { } fault)
        {
            scope.RefuseType(type, pending.Place, fault);
            return null;
        }

        var place = pending.Place.Of(type, scope.Assembly);
        if (pending.IsFamily)
        {
            return UnionReader.Read(type, place, scope);
        }

        return scope.IsWritten ? new WrittenObjectReader(type, place, scope).Read() : new ObjectReader(type, pending.Place, scope).Read();
    }
}
