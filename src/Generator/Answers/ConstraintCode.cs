using System.Globalization;
using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Code that holds a value against the attributes of its member.</summary>
internal static class ConstraintCode
{
    /// <summary>The patterns of a member as fields.</summary>
    public static void WritePatterns(SourceWriter writer, MemberShape member, int index)
    {
        for (var i = 0; i < member.Constraints.Count; i++)
        {
            if (member.Constraints[i].Kind == ConstraintKind.Pattern)
            {
                writer.Write($"private static readonly global::TypedLlm.CompilerServices.AnswerPattern {Pattern(index, i)} = new({member.Constraints[i].Arguments[0]});");
            }
        }
    }

    public static void WriteChecks(SourceWriter writer, MemberShape member, int index, string local)
    {
        var canHoldNull = ValueCode.CanHoldNull(member.Use);
        for (var i = 0; i < member.Constraints.Count; i++)
        {
            var constraint = member.Constraints[i];
            var value = canHoldNull ? $"present{CSharpLiterals.Number(index)}_{CSharpLiterals.Number(i)}" : local;
            var fails = $"!({Condition(constraint, member.Use.Kind, value, Pattern(index, i))})";
            writer.Write($"if ({(canHoldNull ? $"{local} is {{ }} {value} && {fails}" : fails)})");
            writer.Open();
            var (refuse, says) = constraint.Message is { } message ? ("Disagree", message) : ("Refuse", Expected(constraint, member.Use.Kind));
            writer.Write($"throw reader.{refuse}({CSharpLiterals.Text(says)}, {CSharpLiterals.Text(Found(constraint.Kind, member.Use.Kind))});");
            writer.Close();
        }
    }

    private static string Pattern(int member, int constraint) => $"Pattern{CSharpLiterals.Number(member)}_{CSharpLiterals.Number(constraint)}";

    private static string Condition(ValueConstraint constraint, TypeKind kind, string value, string pattern) => constraint.Kind switch
    {
        ConstraintKind.Minimum => Compare(kind, value, ">=", constraint.Arguments[0]),
        ConstraintKind.Maximum => Compare(kind, value, "<=", constraint.Arguments[0]),
        ConstraintKind.ExclusiveMinimum => Compare(kind, value, ">", constraint.Arguments[0]),
        ConstraintKind.ExclusiveMaximum => Compare(kind, value, "<", constraint.Arguments[0]),
        ConstraintKind.MinLength => $"{LengthOf(kind, value)} >= {constraint.Arguments[0]}",
        ConstraintKind.MaxLength => $"{LengthOf(kind, value)} <= {constraint.Arguments[0]}",
        ConstraintKind.Pattern => $"{pattern}.Matches({value})",
        ConstraintKind.NotBlank => $"!string.IsNullOrWhiteSpace({value})",
        _ => string.Join(" || ", Equal(constraint, kind, value)),
    };

    private static IEnumerable<string> Equal(ValueConstraint constraint, TypeKind kind, string value)
    {
        foreach (var argument in constraint.Arguments)
        {
            yield return kind switch
            {
                >= TypeKind.SByte and <= TypeKind.Decimal => Compare(kind, value, "==", argument),
                TypeKind.Char => $"{value} == {argument}[0]",
                _ => $"{value} == {argument}",
            };
        }
    }

    private static string LengthOf(TypeKind kind, string value) => kind == TypeKind.String ? $"{value}.Length" : $"global::System.Linq.Enumerable.Count({value})";

    /// <summary>Compares in a type that holds the value and the bound, both exactly if there is one.</summary>
    private static string Compare(TypeKind kind, string value, string relation, string bound) => kind switch
    {
        TypeKind.Decimal or TypeKind.UInt64 when NumberLiterals.TryDecimal(bound, out _) => $"{value} {relation} {bound}M",
        TypeKind.Decimal => $"(double){value} {relation} {bound}D",
        TypeKind.Single when NumberLiterals.IsSingle(bound) => $"{value} {relation} {bound}F",
        < TypeKind.Single when long.TryParse(bound, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"{value} {relation} {bound}L",
        _ => $"{value} {relation} {bound}D",
    };

    private static string Expected(ValueConstraint constraint, TypeKind kind) => constraint.Kind switch
    {
        ConstraintKind.Minimum => $"a number of at least {constraint.Arguments[0]}",
        ConstraintKind.Maximum => $"a number of at most {constraint.Arguments[0]}",
        ConstraintKind.ExclusiveMinimum => $"a number above {constraint.Arguments[0]}",
        ConstraintKind.ExclusiveMaximum => $"a number below {constraint.Arguments[0]}",
        ConstraintKind.MinLength => $"{Sized(kind)} of at least {constraint.Arguments[0]} {Units(kind)}",
        ConstraintKind.MaxLength => $"{Sized(kind)} of at most {constraint.Arguments[0]} {Units(kind)}",
        ConstraintKind.Pattern => $"text that matches {constraint.Arguments[0]}",
        ConstraintKind.NotBlank => "text that is not blank",
        _ => $"one of {string.Join(", ", constraint.Arguments)}",
    };

    private static string Units(TypeKind kind) => kind == TypeKind.String ? "characters" : "elements";

    private static string Sized(TypeKind kind) => kind == TypeKind.String ? "text" : "a list";

    private static string Found(ConstraintKind kind, TypeKind type) => kind switch
    {
        ConstraintKind.Minimum or ConstraintKind.ExclusiveMinimum => "a smaller number",
        ConstraintKind.Maximum or ConstraintKind.ExclusiveMaximum => "a larger number",
        ConstraintKind.MinLength => type == TypeKind.String ? "a shorter text" : "a shorter list",
        ConstraintKind.MaxLength => type == TypeKind.String ? "a longer text" : "a longer list",
        ConstraintKind.Pattern => "another text",
        ConstraintKind.NotBlank => "blank text",
        _ => "another value",
    };
}
