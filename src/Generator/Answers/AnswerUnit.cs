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
        AnswerUnitKind.Root => AnswerClassNames.OfRoot(Shape),
        AnswerUnitKind.Format => AnswerClassNames.OfFormat(Shape),
        AnswerUnitKind.TypeWriter => AnswerClassNames.OfWriter(Type!),
        AnswerUnitKind.RootWriter => AnswerClassNames.OfRootWriter(Shape),
        _ => AnswerClassNames.OfElements(Shape),
    };

    public string HintName => $"{AnswerClassNames.Namespace}.{ClassName}.g.cs";

    /// <summary>What the methods of all endpoints need, each file once, in one order whatever the order of the sources is.</summary>
    public static ImmutableArray<AnswerUnit> Of(ImmutableArray<EquatableArray<MethodAnswer>> endpoints)
    {
        var units = new SortedDictionary<string, AnswerUnit>(StringComparer.Ordinal);
        foreach (var answers in endpoints)
        {
            foreach (var answer in answers)
            {
                Add(units, new AnswerUnit(answer.IsElement ? AnswerUnitKind.Elements : AnswerUnitKind.Format, answer.Shape, null));
                Add(units, new AnswerUnit(AnswerUnitKind.Root, AnswerNeeds.OfRoot(answer.Shape), null));
                foreach (var type in answer.Shape.Types)
                {
                    var needs = AnswerNeeds.OfType(answer.Shape, type);
                    Add(units, new AnswerUnit(AnswerUnitKind.Type, needs, type));
                    if (type.Partial is not null)
                    {
                        Add(units, new AnswerUnit(AnswerUnitKind.Partial, needs, type));
                    }
                }
            }
        }

        return ImmutableArray.CreateRange(units.Values);
    }

    /// <summary>What the prompts of all endpoints write as JSON, each file once, in one order.</summary>
    public static ImmutableArray<AnswerUnit> OfParameters(ImmutableArray<EquatableArray<AnswerShape>> endpoints)
    {
        var units = new SortedDictionary<string, AnswerUnit>(StringComparer.Ordinal);
        foreach (var shapes in endpoints)
        {
            foreach (var shape in shapes)
            {
                Add(units, new AnswerUnit(AnswerUnitKind.RootWriter, AnswerNeeds.OfRoot(shape), null));
                foreach (var type in shape.Types)
                {
                    Add(units, new AnswerUnit(AnswerUnitKind.TypeWriter, AnswerNeeds.OfType(shape, type), type));
                }
            }
        }

        return ImmutableArray.CreateRange(units.Values);
    }

    public string Emit()
    {
        switch (Kind)
        {
            case AnswerUnitKind.Type:
                return AnswerEmitter.EmitType(Shape, Type!);
            case AnswerUnitKind.Partial:
                return PartialEmitter.Emit(Shape, Type!);
            case AnswerUnitKind.Root:
                return AnswerEmitter.EmitRoot(Shape);
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
        if (!units.ContainsKey(unit.HintName))
        {
            units.Add(unit.HintName, unit);
        }
    }
}
