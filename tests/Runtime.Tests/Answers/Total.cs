using System.Globalization;
using System.Text;
using TypedLlm.CompilerServices;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>An answer with one number, read by hand as generated code does.</summary>
internal sealed record Total(int Amount)
{
    public static AnswerFormat<Total> Format { get; } = new TotalFormat();

    public static string Json(int amount) => string.Create(CultureInfo.InvariantCulture, $"{{\"amount\":{amount}}}");

    /// <summary>A view of one that is arriving.</summary>
    public sealed record Partial(PartialValue Value)
    {
        public string? Amount => Value.Member("amount"u8).TryGetJson(out var json) ? Encoding.UTF8.GetString(json) : null;
    }

    private sealed class TotalFormat : AnswerFormat<Total>
    {
        private static readonly AnswerNames Names = new(["amount"]);

        public override string Name => "Total";

        public override ReadOnlySpan<byte> Schema =>
            """{"type":"object","properties":{"amount":{"type":"integer"}},"required":["amount"],"additionalProperties":false}"""u8;

        public override ReadOnlySpan<byte> FormatJson =>
            """{"type":"json_schema","name":"Total","strict":true,"schema":{"type":"object","properties":{"amount":{"type":"integer"}},"required":["amount"],"additionalProperties":false}}"""u8;

        protected override Total ReadValue(ref AnswerReader reader)
        {
            var amount = 0;
            var properties = reader.BeginObject(Names);
            while (reader.Next(ref properties))
            {
                amount = reader.ReadInt32();
            }

            return new Total(amount);
        }

        protected override object? ViewPartial(PartialValue value) => new Partial(value);
    }
}
