using TypedLlm.CompilerServices;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>An answer that is a list of numbers, read by hand as generated code does.</summary>
internal sealed class Totals : ElementFormat<int>
{
    public static Totals Format { get; } = new();

    public override string Name => "Totals";

    public override ReadOnlySpan<byte> Schema =>
        """{"type":"object","properties":{"items":{"type":"array","items":{"type":"integer"}}},"required":["items"],"additionalProperties":false}"""u8;

    public override ReadOnlySpan<byte> FormatJson => """{"type":"json_schema","name":"Totals","strict":true,"schema":{}}"""u8;

    protected override ReadOnlySpan<byte> Wrapper => "items"u8;

    protected override int ReadElement(ref AnswerReader reader) => reader.ReadInt32();
}
