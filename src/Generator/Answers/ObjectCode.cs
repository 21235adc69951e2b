using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Code that reads an object.</summary>
internal sealed class ObjectCode(ObjectShape type, ValueCode values)
{
    private const string Services = "global::TypedLlm.CompilerServices";

    public void Write(SourceWriter writer)
    {
        writer.Write($"private static readonly {Services}.AnswerNames Names = new({NameList.Of(type.Members, static member => member.WireName)}{Optional()});");
        if (!type.Validators.IsEmpty)
        {
            writer.Write($"private static readonly string[] Members = {NameList.Of(type.Members, static member => member.Name.TrimStart('@'))};");
        }

        for (var i = 0; i < type.Members.Count; i++)
        {
            ConstraintCode.WritePatterns(writer, type.Members[i], i);
        }

        writer.WriteLine();
        WriteReader(writer);
    }

    private static bool IsOptional(MemberShape member) => member.Use.IsNullable || member.Default is not null;

    private static string Local(int index) => $"value{CSharpLiterals.Number(index)}";

    private string Optional()
    {
        var optional = "";
        for (var i = 0; i < type.Members.Count; i++)
        {
            optional += IsOptional(type.Members[i]) ? ", " + CSharpLiterals.Number(i) : "";
        }

        return optional;
    }

    private void WriteReader(SourceWriter writer)
    {
        writer.Write($"public static {type.Type} Read(ref {Services}.AnswerReader reader)");
        writer.Open();
        writer.Write("var properties = reader.BeginObject(Names);");
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            writer.Write($"{member.Use.Type} {Local(i)} = {(member.Default is null or "default" ? "default!" : member.Default)};");
        }

        writer.Write("while (reader.Next(ref properties))");
        writer.Open();
        if (!type.Members.IsEmpty)
        {
            WriteMembers(writer);
        }

        writer.Close();
        writer.WriteLine();
        WriteResult(writer);
        writer.Close();
    }

    private void WriteMembers(SourceWriter writer)
    {
        writer.Write("switch (properties.Current)");
        writer.Open();
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            writer.Write($"case {CSharpLiterals.Number(i)}:");
            writer.Indent();
            writer.Write($"{Local(i)} = {values.Read(member.Use)};");
            ConstraintCode.WriteChecks(writer, member, i, Local(i));
            writer.Write("break;");
            writer.Unindent();
        }

        writer.Close();
    }

    private void WriteResult(SourceWriter writer)
    {
        var arguments = new List<string>();
        var defaults = 0;
        foreach (var index in type.ConstructorMembers)
        {
            arguments.Add(index < 0 ? type.ConstructorDefaults[defaults++] : Local(index));
        }

        var set = new List<string>();
        var setIfRead = new List<int>();
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            if (member.Setting == MemberSetting.Setter && IsOptional(member))
            {
                setIfRead.Add(i);
            }
            else if (member.Setting != MemberSetting.Constructor)
            {
                set.Add($"{member.Name} = {Local(i)}");
            }
        }

        writer.Write($"reader.BeginMaking({CSharpLiterals.Text(type.Name)});");
        writer.Write($"var result = new {type.Type}({string.Join(", ", arguments)}){(set.Count == 0 ? "" : $" {{ {string.Join(", ", set)} }}")};");
        foreach (var index in setIfRead)
        {
            // What the answer left out keeps the value that the type gives it.
            writer.Write($"if (properties.Has({CSharpLiterals.Number(index)}))");
            writer.Open();
            writer.Write($"result.{type.Members[index].Name} = {Local(index)};");
            writer.Close();
        }

        writer.Write("reader.EndMaking();");
        foreach (var validator in type.Validators)
        {
            // A name may stand for several methods. A parameter of the very type, by value or by reference, tells which one was marked.
            writer.Write($$"""
                reader.Check(result, Names, Members, {{CSharpLiterals.Text(validator.Name)}}, static (value, validation) =>
                {
                    {{validator.Type}} checkedValue = value;
                    {{validator.Method}}({{(validator.IsIn ? "in " : "")}}checkedValue, validation);
                });
                """);
        }

        writer.Write("return result;");
    }
}
