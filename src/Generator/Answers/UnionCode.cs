using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;
using TypedLlm.Json;

namespace TypedLlm.Generator;

/// <summary>Code that reads and writes a family of types.</summary>
internal static class UnionCode
{
    private const string Services = "global::TypedLlm.CompilerServices";

    public static void Write(SourceWriter writer, UnionShape type)
    {
        writer.Write($"private static readonly {Services}.AnswerCases Cases = new({CSharpLiterals.Text(type.Discriminator)}, {NameList.Of(type.Cases, static item => item.WireName)});");
        writer.WriteLine();
        WriteReader(writer, type);
    }

    private static void WriteReader(SourceWriter writer, UnionShape type)
    {
        writer.Write($"public static {type.Type} Read(ref {Services}.AnswerReader reader)");
        writer.Open();
        writer.Write($"{type.Type} value;");
        writer.Write("switch (reader.BeginCase(Cases, out var isWrapped))");
        writer.Open();
        for (var i = 0; i < type.Cases.Count; i++)
        {
            // The last one is the default, since the compiler does not know that there are no more.
            writer.Write($$"""
                {{(i < type.Cases.Count - 1 ? $"case {CSharpLiterals.Number(i)}" : "default")}}:
                    value = {{ClassOf(type.Cases[i])}}.Read(ref reader);
                    break;
                """);
        }

        writer.Close();
        writer.Write("""

            if (isWrapped)
            {
                reader.EndCase();
            }

            return value;
            """);
        writer.Close();
    }

    public static void WriteWriter(SourceWriter writer, UnionShape type)
    {
        writer.Write($"public static void Write(ref {Services}.AnswerWriter writer, {type.Type}? value)");
        writer.Open();
        writer.Write("""
            if (value is null)
            {
                writer.Raw("null"u8);
                return;
            }

            """);
        foreach (var item in type.Cases)
        {
            writer.Write($$"""
                if (value.GetType() == typeof({{item.Type}}))
                {
                    writer.Open({{Utf8Literal.Write($"{{{JsonEscapes.Literal(item.WireName)}:")}});
                    {{AnswerClassNames.Full(AnswerClassNames.OfObjectWriter(item.Type))}}.Write(ref writer, ({{item.Type}})value);
                    writer.Close("}"u8);
                    return;
                }

                """);
        }

        writer.Write($"throw writer.NoCase({CSharpLiterals.Text(type.Name)}, value);");
        writer.Close();
    }

    private static string ClassOf(UnionCase item) => AnswerClassNames.Full(AnswerClassNames.OfObject(item.Type));
}
