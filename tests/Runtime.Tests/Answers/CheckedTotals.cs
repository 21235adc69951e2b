using TypedLlm.CompilerServices;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>An answer that is a list of numbers, each checked, read by hand as generated code does.</summary>
internal sealed class CheckedTotals(Action<int, LlmValidation> check) : ElementFormat<int>
{
    private static readonly AnswerNames Names = new(["total"]);
    private static readonly string[] Members = ["Total"];

    public override string Name => "CheckedTotals";

    public override ReadOnlySpan<byte> Schema => Totals.Format.Schema;

    public override ReadOnlySpan<byte> FormatJson => Totals.Format.FormatJson;

    protected override ReadOnlySpan<byte> Wrapper => "items"u8;

    protected override int ReadElement(ref AnswerReader reader)
    {
        var value = reader.ReadInt32();
        reader.Check(value, Names, Members, "Total.Check", check);
        return value;
    }
}
