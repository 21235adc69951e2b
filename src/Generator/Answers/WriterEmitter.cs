using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>
/// Prints what writes values into prompts as JSON: a static class for each named type of an assembly, and one for each type that a placeholder has.
/// These are apart from what reads: a value can be written that no answer could make, and what it computes is written too.
/// </summary>
internal static class WriterEmitter
{
    private const string Services = "global::TypedLlm.CompilerServices";

    /// <summary>A class for a named type. It depends on the type alone, so that it is the same whatever reaches the type.</summary>
    /// <param name="shape">A shape that has the type and all that its members name.</param>
    /// <param name="type">The type.</param>
    public static string EmitType(AnswerShape shape, NamedShape type) => AnswerFile.Write(type.Warnings, $"internal static class {AnswerClassNames.OfWriter(type)}", writer =>
    {
        var values = new ValueCode(shape);
        switch (type)
        {
            case ObjectShape @object:
                new ObjectWriterCode(@object, values).Write(writer);
                break;
            case EnumShape @enum:
                EnumCode.WriteWriter(writer, @enum);
                break;
            case UnionShape union:
                UnionCode.WriteWriter(writer, union);
                break;
        }

        values.WriteWriters(writer);
    });

    /// <summary>A class for the type of a placeholder.</summary>
    public static string EmitRoot(AnswerShape shape) => AnswerFile.Write(shape.Warnings, $"internal static class {AnswerClassNames.OfRootWriter(shape)}", writer =>
    {
        var values = new ValueCode(shape);
        writer.Write($"public static void Write({Services}.AnswerWriter writer, {shape.Root.Type} value)");
        writer.Open();
        values.Write(writer, shape.Root, "value");
        writer.Close();
        values.WriteWriters(writer);
    });
}
