using TypedLlm.CompilerServices;

namespace TypedLlm.Benchmarks.Requests;

/// <summary>A prompt as the generator emits it: 640 bytes of constant instructions and a question of about 100 characters with quotes and a line break.</summary>
internal readonly struct LongPrompt(string question) : IPrompt
{
    /// <summary>Ten times 64 characters, none of which JSON escapes.</summary>
    public const string Instructions =
        "You answer for a shop that sells tools, and you stay brief, ok. " +
        "Say when an order ships and where it is, if it is on its way.   " +
        "Never promise a date that the order itself does not state.      " +
        "Ask for the number of the order when it is not in the question. " +
        "Name the warehouse only when the customer asks for it by name.  " +
        "Refunds take three days; say so, and that the bank may add two. " +
        "Write in the language of the customer, in short plain sentences." +
        "Do not speak of other customers, of prices or of suppliers here." +
        "If two orders fit the question, list both with their numbers.   " +
        "End with the next step that the customer can take, in one line. ";

    public const string Question = "Where is my \"express\" order 7?\nIt was to arrive on Monday, and my neighbour's came \"days ago\" already.";

    public void Write(PromptWriter writer)
    {
        writer.BeginInstructions();
        writer.Literal(
            "You answer for a shop that sells tools, and you stay brief, ok. "u8 +
            "Say when an order ships and where it is, if it is on its way.   "u8 +
            "Never promise a date that the order itself does not state.      "u8 +
            "Ask for the number of the order when it is not in the question. "u8 +
            "Name the warehouse only when the customer asks for it by name.  "u8 +
            "Refunds take three days; say so, and that the bank may add two. "u8 +
            "Write in the language of the customer, in short plain sentences."u8 +
            "Do not speak of other customers, of prices or of suppliers here."u8 +
            "If two orders fit the question, list both with their numbers.   "u8 +
            "End with the next step that the customer can take, in one line. "u8);
        writer.BeginUserMessage();
        writer.Literal("Answer this customer: "u8);
        writer.Text(question);
    }
}
