using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>The partial of an object: a property for each member.</summary>
internal sealed class ObjectPartial(ObjectShape type, PartialCode code, ValueCode values, string className) : IPartialMembers
{
    private const string Services = "global::TypedLlm.CompilerServices";

    public IEnumerable<string> Names
    {
        get
        {
            foreach (var member in type.Members)
            {
                yield return member.Name;
            }
        }
    }

    public void WriteProperties(SourceWriter writer, string field)
    {
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            writer.WriteLine();
            writer.Write($"""
                /// <summary>{(IsShownWhole(member) ? "Shown once it is whole." : "Shown as far as it has arrived.")}</summary>
                {Modifier(member)} {TypeOf(member)} {member.Name} => {Show(member, i, $"this.{field}.Member({Utf8Literal.Write(member.WireName)})")};
                """);
        }
    }

    public void WriteExtensions(SourceWriter writer, string modifier, string partial, string field)
    {
        var states = FreeName.Of("MemberStates", Names);
        writer.WriteLine();
        writer.Write($$"""
            /// <summary>How far each member has come.</summary>
            {{modifier}} static {{states}} States(this {{partial}} partial) => new {{states}}(partial.{{field}});

            /// <summary>How far each member has come.</summary>
            {{modifier}} readonly struct {{states}}
            """);
        writer.Open();
        writer.Write($"""
            private readonly {Services}.PartialValue {field};

            internal {states}({Services}.PartialValue value) => this.{field} = value;
            """);
        foreach (var member in type.Members)
        {
            writer.WriteLine();
            writer.Write($"""
                /// <summary>How far the member has come.</summary>
                {Modifier(member)} global::TypedLlm.PartialState {member.Name} => this.{field}.Member({Utf8Literal.Write(member.WireName)}).State;
                """);
        }

        writer.Close();
    }

    public void WriteHelpers(SourceWriter writer)
    {
        for (var i = 0; i < type.Members.Count; i++)
        {
            if (IsShownWhole(type.Members[i]))
            {
                WriteReader(writer, type.Members[i], i);
            }
        }
    }

    // Null says that it is not there yet, so that a text is null as well.
    private string TypeOf(MemberShape member) =>
        member.Use.Kind == TypeKind.String || IsShownWhole(member) ? ValueCode.Bare(member.Use) + "?" : code.TypeOf(member.Use);

    private string Show(MemberShape member, int index, string value) => IsShownWhole(member)
        ? $"{value}.Whole<{TypeOf(member)}>({className}.{Reader(index)})"
        : member.Use.Kind == TypeKind.String ? $"{value}.Text()" : code.Show(member.Use, value);

    private bool IsShownWhole(MemberShape member) => member.IsAtomic || !code.Grows(member.Use);

    private void WriteReader(SourceWriter writer, MemberShape member, int index)
    {
        writer.WriteLine();
        ConstraintCode.WritePatterns(writer, member, index);
        writer.Write($"internal static {TypeOf(member)} {Reader(index)}(ref {Services}.AnswerReader reader)");
        writer.Open();
        writer.Write($"{member.Use.Type} value = {values.Read(member.Use)};");
        ConstraintCode.WriteChecks(writer, member, index, "value");
        writer.Write("return value;");
        writer.Close();
    }

    private static string Reader(int index) => $"ReadMember{CSharpLiterals.Number(index)}";

    private static string Modifier(MemberShape member) => member.IsPublic ? "public" : "internal";
}
