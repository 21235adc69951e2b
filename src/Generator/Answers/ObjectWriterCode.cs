using TypedLlm.TypedAnswers;
using TypedLlm.Json;

namespace TypedLlm.Generator;

/// <summary>Code that writes an object.</summary>
internal sealed class ObjectWriterCode(ObjectShape type, ValueCode values)
{
    private const string Services = "global::TypedLlm.CompilerServices";

    /// <summary>The first member that is always written; those before it may be the first or not.</summary>
    private readonly int _certain = FirstCertain(type);

    public void Write(SourceWriter writer)
    {
        writer.Write($"public static void Write(ref {Services}.AnswerWriter writer, {type.Type}{(type.IsValueType ? "" : "?")} value)");
        writer.Open();
        if (!type.IsValueType)
        {
            writer.Write("""
                if (value is null)
                {
                    writer.Raw("null"u8);
                    return;
                }

                """);
        }

        writer.Write("writer.Open(\"{\"u8);");
        if (_certain > 0)
        {
            writer.Write("var isFirst = true;");
        }

        for (var i = 0; i < type.Members.Count; i++)
        {
            if (Condition(type.Members[i]) is { } condition)
            {
                writer.Write($"if ({condition})");
                writer.Open();
                WriteMember(writer, i);
                writer.Close();
            }
            else
            {
                WriteMember(writer, i);
            }
        }

        writer.Write("writer.Close(\"}\"u8);");
        writer.Close();
    }

    private void WriteMember(SourceWriter writer, int index)
    {
        var member = type.Members[index];
        var name = JsonEscapes.Literal(member.WireName) + ":";
        if (index > _certain)
        {
            writer.Write($"writer.Raw({Utf8Literal.Write("," + name)});");
        }
        else if (_certain == 0)
        {
            writer.Write($"writer.Raw({Utf8Literal.Write(name)});");
        }
        else
        {
            writer.Write($"writer.Raw(isFirst ? {Utf8Literal.Write(name)} : {Utf8Literal.Write("," + name)});");
            if (index < _certain)
            {
                writer.Write("isFirst = false;");
            }
        }

        values.Write(writer, member.Use, "value." + member.Name);
    }

    private static int FirstCertain(ObjectShape type)
    {
        var index = 0;
        while (index < type.Members.Count && type.Members[index].Omission != Omission.None)
        {
            index++;
        }

        return index;
    }

    private static string? Condition(MemberShape member) => member.Omission switch
    {
        Omission.Null => $"value.{member.Name} is not null",
        Omission.Default => $"!global::System.Collections.Generic.EqualityComparer<{member.Use.Type}>.Default.Equals(value.{member.Name}, default!)",
        _ => null,
    };
}
