using System.Collections.Immutable;
using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>A file that is emitted once for the assembly, whatever number of endpoints uses it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Shape">The root that it is about. Where that is no format, it holds no more than its code depends on.</param>
/// <param name="Type">The named type, if it is about one.</param>
internal sealed record AnswerUnit(AnswerUnitKind Kind, AnswerShape Shape, NamedShape? Type)
{
    private string ClassName => Kind switch
    {
        AnswerUnitKind.Type => AnswerClassNames.Of(Type!),
        AnswerUnitKind.Partial => AnswerClassNames.OfPartial(Type!),
        AnswerUnitKind.Format => AnswerClassNames.OfFormat(Shape),
        AnswerUnitKind.TypeWriter => AnswerClassNames.OfWriter(Type!),
        AnswerUnitKind.RootWriter => AnswerClassNames.OfRootWriter(Shape),
        _ => AnswerClassNames.OfElements(Shape),
    };

    /// <summary>Sets the file apart from those whose names equal it but for case; zero for the first of them.</summary>
    public int Number { get; init; }

    public string HintName => HintNames.Of($"{AnswerClassNames.Namespace}.{ClassName}", Number);

    /// <summary>What all answers need, each file once, in one order whatever the order of the sources is.</summary>
    /// <param name="sources">The answers of each endpoint, and the types that are marked.</param>
    public static ImmutableArray<AnswerUnit> Of(ImmutableArray<EquatableArray<RequestedAnswer>> sources)
    {
        var units = new SortedDictionary<string, AnswerUnit>(StringComparer.Ordinal);
        foreach (var answers in sources)
        {
            foreach (var answer in answers)
            {
                Add(units, new AnswerUnit(answer.IsElement ? AnswerUnitKind.Elements : AnswerUnitKind.Format, answer.Shape, null));
                foreach (var type in answer.Shape.Types)
                {
                    Add(units, new AnswerUnit(AnswerUnitKind.Type, answer.Shape, type));
                    if (type.Partial is not null)
                    {
                        Add(units, new AnswerUnit(AnswerUnitKind.Partial, answer.Shape, type is UnionShape union ? union.KnowingMembers(answer.Shape) : type));
                    }
                }
            }
        }

        return Numbered(units);
    }

    /// <summary>What the prompts of all endpoints write as JSON, each file once, in one order.</summary>
    public static ImmutableArray<AnswerUnit> OfParameters(ImmutableArray<EquatableArray<AnswerShape>> endpoints)
    {
        var units = new SortedDictionary<string, AnswerUnit>(StringComparer.Ordinal);
        foreach (var shapes in endpoints)
        {
            foreach (var shape in shapes)
            {
                Add(units, new AnswerUnit(AnswerUnitKind.RootWriter, shape, null));
                foreach (var type in shape.Types)
                {
                    Add(units, new AnswerUnit(AnswerUnitKind.TypeWriter, shape, type));
                }
            }
        }

        return Numbered(units);
    }

    public string Emit()
    {
        switch (Kind)
        {
            case AnswerUnitKind.Type:
                return AnswerEmitter.EmitType(Shape, Type!);
            case AnswerUnitKind.Partial:
                return PartialEmitter.Emit(Shape, Type!);
            case AnswerUnitKind.TypeWriter:
                return WriterEmitter.EmitType(Shape, Type!);
            case AnswerUnitKind.RootWriter:
                return WriterEmitter.EmitRoot(Shape);
            case AnswerUnitKind.Format:
                return AnswerEmitter.EmitFormat(Shape, SchemaName.Of(Shape), StrictSchemaWriter.Write(Shape).Json);
            default:
                var list = Shape.AsList();
                return AnswerEmitter.EmitElements(Shape, list, SchemaName.Of(Shape), StrictSchemaWriter.Write(list).Json);
        }
    }

    private static void Add(SortedDictionary<string, AnswerUnit> units, AnswerUnit unit)
    {
        var name = unit.ClassName;
        if (!units.ContainsKey(name))
        {
            units.Add(name, unit with { Shape = unit.Needs() });
        }
    }

    private AnswerShape Needs() => Kind switch
    {
        AnswerUnitKind.Format or AnswerUnitKind.Elements => Shape,
        _ => Type is null ? AnswerNeeds.OfRoot(Shape) : AnswerNeeds.OfType(Shape, Type),
    };

    private static ImmutableArray<AnswerUnit> Numbered(SortedDictionary<string, AnswerUnit> units)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var numbered = ImmutableArray.CreateBuilder<AnswerUnit>(units.Count);
        var repeated = 0;
        foreach (var named in units)
        {
            numbered.Add(seen.Add(named.Key) ? named.Value : named.Value with { Number = ++repeated });
        }

        return numbered.MoveToImmutable();
    }
}
