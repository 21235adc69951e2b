using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>
/// Prints what reads the types of answers: a static class for each named type of an assembly, and the format of each root that is answered with.
/// </summary>
internal static class AnswerEmitter
{
    private const string Services = "global::TypedLlm.CompilerServices";

    /// <summary>A class for a named type. It depends on the type alone, so that it is the same whatever reaches the type.</summary>
    /// <param name="shape">A shape that has the type and all that its members name.</param>
    /// <param name="type">The type.</param>
    public static string EmitType(AnswerShape shape, NamedShape type) => AnswerFile.Write(type.Warnings, $"internal static class {AnswerClassNames.Of(type)}", writer =>
    {
        var values = new ValueCode(shape);
        switch (type)
        {
            case ObjectShape @object:
                new ObjectCode(@object, values).Write(writer);
                break;
            case EnumShape @enum:
                EnumCode.Write(writer, @enum);
                break;
            case UnionShape union:
                UnionCode.Write(writer, union);
                break;
        }

        values.WriteReaders(writer);
    });

    /// <summary>The format of a root.</summary>
    /// <param name="shape">The shape of the root.</param>
    /// <param name="name">The name that the service gets.</param>
    /// <param name="schema">The schema as JSON.</param>
    public static string EmitFormat(AnswerShape shape, string name, string schema)
    {
        var format = new FormatCode(AnswerClassNames.OfFormat(shape), name, schema);
        return AnswerFile.Write(shape.Warnings, $"internal sealed class {format.ClassName} : {Services}.AnswerFormat<{shape.Root.Type}>", writer =>
        {
            format.Write(writer);
            WriteWrapper(writer, shape);
            writer.WriteLine();
            var values = new ValueCode(shape);
            writer.Write($"protected override {shape.Root.Type} ReadValue(ref {Services}.AnswerReader reader) => {values.Read(shape.Root)};");
            WriteView(writer, shape, values, format.ClassName);
            values.WriteReaders(writer);
        }, format.Descriptor) + PartialEmitter.EmitOfList(shape);
    }

    /// <summary>The format of a list whose elements are read one by one.</summary>
    /// <param name="element">The shape of an element.</param>
    /// <param name="list">The shape of the list.</param>
    /// <param name="name">The name that the service gets.</param>
    /// <param name="schema">The schema of the list as JSON.</param>
    public static string EmitElements(AnswerShape element, AnswerShape list, string name, string schema)
    {
        var format = new FormatCode(AnswerClassNames.OfElements(element), name, schema);
        return AnswerFile.Write(list.Warnings, $"internal sealed class {format.ClassName} : {Services}.ElementFormat<{element.Root.Type}>", writer =>
        {
            format.Write(writer);
            WriteWrapper(writer, list);
            writer.WriteLine();
            var values = new ValueCode(element);
            writer.Write($"protected override {element.Root.Type} ReadElement(ref {Services}.AnswerReader reader) => {values.Read(element.Root)};");
            values.WriteReaders(writer);
        }, format.Descriptor);
    }

    private static void WriteView(SourceWriter writer, AnswerShape shape, ValueCode values, string className)
    {
        var code = new PartialCode(values, AnswerClassNames.Full(className));
        if (code.ViewOfRoot(shape.Root, "value") is { } view)
        {
            writer.WriteLine();
            writer.Write($"protected override object ViewPartial({Services}.PartialValue value) => {view};");
            code.WriteHelpers(writer);
        }
    }

    private static void WriteWrapper(SourceWriter writer, AnswerShape shape)
    {
        if (RootWrapper.Of(shape) is { } wrapper)
        {
            writer.WriteLine();
            writer.Write($"protected override global::System.ReadOnlySpan<byte> Wrapper => \"{wrapper}\"u8;");
        }
    }
}
