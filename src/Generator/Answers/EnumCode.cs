using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Code that reads and writes an enum by the names of its members.</summary>
internal static class EnumCode
{
    private const string Services = "global::TypedLlm.CompilerServices";

    public static void Write(SourceWriter writer, EnumShape type)
    {
        writer.Write($"private static readonly {Services}.AnswerNames Names = new({NameList.Of(type.Members, static member => member.WireName)});");
        writer.WriteLine();
        WriteReader(writer, type);
    }

    private static void WriteReader(SourceWriter writer, EnumShape type)
    {
        writer.Write($"public static {type.Type} Read(ref {Services}.AnswerReader reader) => reader.ReadName(Names) switch");
        writer.Open();
        for (var i = 0; i < type.Members.Count; i++)
        {
            writer.Write($"{CSharpLiterals.Number(i)} => {type.Type}.{type.Members[i].Name},");
        }

        writer.Write("_ => default,");
        writer.Close(";");
    }

    public static void WriteWriter(SourceWriter writer, EnumShape type)
    {
        writer.Write($"public static void Write(ref {Services}.AnswerWriter writer, {type.Type} value)");
        writer.Open();
        writer.Write("switch (value)");
        writer.Open();
        foreach (var member in type.Members)
        {
            if (!member.IsAlias)
            {
                writer.Write($$"""
                    case {{type.Type}}.{{member.Name}}:
                        writer.Text({{CSharpLiterals.Text(member.WireName)}});
                        break;
                    """);
            }
        }

        writer.Write("""
            default:
                writer.Text(value.ToString());
                break;
            """);
        writer.Close();
        writer.Close();
    }
}
