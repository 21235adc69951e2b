using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>
/// Prints what shows a type while it arrives: the nested <c>Partial</c>, extension methods, and a static class with what these call. Extension
/// methods, since a type's own members may have any name: a method that is called is never taken for a property.
/// </summary>
internal static class PartialEmitter
{
    private const string Services = "global::TypedLlm.CompilerServices";

    /// <param name="shape">A shape that has the type and all that its members name.</param>
    /// <param name="type">The type, which can be added to.</param>
    public static string Emit(AnswerShape shape, NamedShape type)
    {
        var className = AnswerClassNames.Full(AnswerClassNames.OfPartial(type));
        var values = new ValueCode(shape);
        var code = new PartialCode(values, className);
        IPartialMembers members = type is UnionShape union
            ? new UnionPartial(union, shape, className)
            : new ObjectPartial((ObjectShape)type, code, values, className);
        var field = FreeName.Of("_value", members.Names);
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Begin(type.Warnings));

        // A Partial hides that of the type it inherits from; so do members that are called as those of each object are.
        writer.Write("#pragma warning disable CS0108");
        writer.WriteLine();
        WriteNested(writer, type.Partial!, members, field);
        writer.WriteLine();
        WriteExtensions(writer, type, members, field);
        writer.WriteLine();
        WriteHelpers(writer, type, values, code, members);
        return writer.ToString();
    }

    /// <summary>The method that gives the view of a list at the root its type; empty for other roots.</summary>
    public static string EmitOfList(AnswerShape shape)
    {
        // Types that differ in the nullability of references only are one to the compiler.
        if (shape.Root.Kind is not (TypeKind.List or TypeKind.Dictionary) || HasNullableReference(shape.Root))
        {
            return "";
        }

        var writer = new SourceWriter();
        writer.WriteLine();
        writer.Write("namespace TypedLlm");
        writer.Open();
        WriteExtensionClass(writer, "internal", AnswerClassNames.OfRoot(shape), () =>
            WriteAsPartial(writer, "internal", shape.Root.Type, new PartialCode(new ValueCode(shape), "").TypeOf(shape.Root)));
        writer.Close();
        return writer.ToString();
    }

    // Of a type that is no list, a question mark that is not its own is taken for that of a reference.
    private static bool HasNullableReference(TypeUse use) => Marks(use.Type) != NullableValues(use);

    private static int NullableValues(TypeUse? use) =>
        use is null ? 0 : (use.IsNullableValue ? 1 : 0) + NullableValues(use.Key) + NullableValues(use.Element);

    private static int Marks(string type)
    {
        var count = 0;
        foreach (var character in type)
        {
            count += character == '?' ? 1 : 0;
        }

        return count;
    }

    private static void WriteNested(SourceWriter writer, PartialDeclaration declaration, IPartialMembers members, string field)
    {
        if (declaration.Namespace.Length > 0)
        {
            writer.Write($"namespace {declaration.Namespace}");
            writer.Open();
        }

        foreach (var header in declaration.Headers)
        {
            writer.Write(header);
            writer.Open();
        }

        writer.Write($$"""
            /// <summary>What has arrived of an answer. A live view, valid until the next event is asked for: it shows more when it is read again later.</summary>
            {{GeneratedFile.Attribute}}
            public readonly struct {{PartialTypes.Name}}
            """);
        writer.Open();
        writer.Write($"""
            internal readonly {Services}.PartialValue {field};

            internal {PartialTypes.Name}({Services}.PartialValue value) => this.{field} = value;

            /// <summary>Shows an answer of which that JSON has arrived, for tests.</summary>
            /// <param name="json">The beginning of the JSON.</param>
            public {PartialTypes.Name}(string json) => this.{field} = {Services}.PartialValue.Of(json);
            """);
        members.WriteProperties(writer, field);
        for (var i = declaration.Headers.Count + (declaration.Namespace.Length > 0 ? 1 : 0); i >= 0; i--)
        {
            writer.Close();
        }
    }

    private static void WriteExtensions(SourceWriter writer, NamedShape type, IPartialMembers members, string field)
    {
        var modifier = type.Partial!.IsPublic ? "public" : "internal";
        var partial = $"{type.Type}.{PartialTypes.Name}";
        writer.Write("namespace TypedLlm");
        writer.Open();
        WriteExtensionClass(writer, modifier, AnswerClassNames.OfPartial(type), () =>
        {
            WriteAsPartial(writer, modifier, type.Type, partial);
            if (type is ObjectShape { IsValueType: true })
            {
                writer.WriteLine();
                WriteAsPartial(writer, modifier, type.Type + "?", partial);
            }

            writer.WriteLine();
            writer.Write($"""
                /// <summary>How far the value has come.</summary>
                {modifier} static global::TypedLlm.PartialState State(this {partial} partial) => partial.{field}.State;
                """);
            members.WriteExtensions(writer, modifier, partial, field);
        });
        writer.Close();
    }

    private static void WriteExtensionClass(SourceWriter writer, string modifier, string name, Action writeMethods)
    {
        writer.Write($"""
            /// <summary>Methods of partials.</summary>
            {GeneratedFile.Attribute}
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            {modifier} static class {name}
            """);
        writer.Open();
        writeMethods();
        writer.Close();
    }

    private static void WriteAsPartial(SourceWriter writer, string modifier, string type, string partial) => writer.Write($"""
        /// <summary>The view that the event carries.</summary>
        {modifier} static {partial} AsPartial(this global::TypedLlm.LlmEvent<{type}>.Partial item) => ({partial})item.Value;
        """);

    private static void WriteHelpers(SourceWriter writer, NamedShape type, ValueCode values, PartialCode code, IPartialMembers members)
    {
        writer.Write($"namespace {AnswerClassNames.Namespace}");
        writer.Open();
        writer.Write(GeneratedFile.Attribute);
        writer.Write($"internal static class {AnswerClassNames.OfPartial(type)}");
        writer.Open();
        members.WriteHelpers(writer);
        code.WriteHelpers(writer);
        values.WriteReaders(writer);
        writer.Close();
        writer.Close();
    }
}
