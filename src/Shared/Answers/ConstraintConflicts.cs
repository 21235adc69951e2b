using System.Globalization;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds demands on a value that cannot be met together, so that a model would be asked, and paid, in vain.</summary>
internal static class ConstraintConflicts
{
    /// <summary>What a value would have to be or have to meet all demands; null if one can.</summary>
    public static string? Find(TypeKind kind, IEnumerable<ValueConstraint> constraints) =>
        ScalarKinds.IsNumber(kind) ? FindInNumbers(kind, constraints) : FindInLengths(kind, constraints);

    private static string? FindInLengths(TypeKind kind, IEnumerable<ValueConstraint> constraints)
    {
        var (least, most) = (0, int.MaxValue);
        foreach (var constraint in constraints)
        {
            switch (constraint.Kind)
            {
                case ConstraintKind.MinLength:
                    least = Math.Max(least, int.Parse(constraint.Arguments[0], CultureInfo.InvariantCulture));
                    break;
                case ConstraintKind.MaxLength:
                    most = Math.Min(most, int.Parse(constraint.Arguments[0], CultureInfo.InvariantCulture));
                    break;
                case ConstraintKind.NotBlank:
                    least = Math.Max(least, 1);
                    break;
            }
        }

        var unit = kind == TypeKind.String ? "character" : "element";
        return least > most ? $"have at least {Count(least, unit)} and at most {Count(most, unit)}" : null;
    }

    private static string? FindInNumbers(TypeKind kind, IEnumerable<ValueConstraint> constraints)
    {
        var least = OfType(ScalarSchemas.Minimum(kind));
        var most = OfType(ScalarSchemas.Maximum(kind));
        foreach (var constraint in constraints)
        {
            switch (constraint.Kind)
            {
                case ConstraintKind.Minimum or ConstraintKind.ExclusiveMinimum:
                    least = Tighter(least, new Bound(constraint.Arguments[0], constraint.Kind == ConstraintKind.ExclusiveMinimum), sign: 1);
                    break;
                case ConstraintKind.Maximum or ConstraintKind.ExclusiveMaximum:
                    most = Tighter(most, new Bound(constraint.Arguments[0], constraint.Kind == ConstraintKind.ExclusiveMaximum), sign: -1);
                    break;
            }
        }

        if (AreApart(least, most, kind))
        {
            return $"be {(least!.IsExclusive ? "above" : "at least")} {least.Literal} and {(most!.IsExclusive ? "below" : "at most")} {most.Literal}";
        }

        foreach (var constraint in constraints)
        {
            if (constraint.Kind == ConstraintKind.Allowed && AreOutside(constraint.Arguments, least, most, kind))
            {
                return $"be one of {string.Join(", ", constraint.Arguments)}, all of which are out of range";
            }
        }

        return null;
    }

    private static bool AreOutside(EquatableArray<string> values, Bound? least, Bound? most, TypeKind kind)
    {
        foreach (var value in values)
        {
            var allowed = new Bound(value, IsExclusive: false);
            if (!AreApart(least, allowed, kind) && !AreApart(allowed, most, kind))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreApart(Bound? least, Bound? most, TypeKind kind)
    {
        if (least is null || most is null)
        {
            return false;
        }

        if (ScalarKinds.IsInteger(kind) && TryDecimal(least.Literal, out var from) && TryDecimal(most.Literal, out var to))
        {
            return (least.IsExclusive ? Math.Floor(from) + 1 : Math.Ceiling(from)) > (most.IsExclusive ? Math.Ceiling(to) - 1 : Math.Floor(to));
        }

        var order = Compare(least.Literal, most.Literal);
        return order > 0 || (order == 0 && (least.IsExclusive || most.IsExclusive));
    }

    private static Bound? OfType(string? literal) => literal is null ? null : new Bound(literal, IsExclusive: false);

    /// <param name="known">A bound; null for none.</param>
    /// <param name="other">Another one.</param>
    /// <param name="sign">1 where the larger of two is the tighter, -1 where the smaller is.</param>
    private static Bound Tighter(Bound? known, Bound other, int sign)
    {
        var order = known is null ? 1 : Compare(other.Literal, known.Literal) * sign;
        return order > 0 || (order == 0 && other.IsExclusive) ? other : known!;
    }

    private static int Compare(string left, string right) =>
        TryDecimal(left, out var one) && TryDecimal(right, out var other) ? one.CompareTo(other) : NumberLiterals.Read(left).CompareTo(NumberLiterals.Read(right));

    private static bool TryDecimal(string literal, out decimal number) => NumberLiterals.TryDecimal(literal, out number);

    private static string Count(int number, string unit) => $"{number.ToString(CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")}";

    private sealed record Bound(string Literal, bool IsExclusive);
}
