namespace TypedLlm.Simulator;

/// <summary>Replies of a model that is well.</summary>
public static class Answers
{
    /// <summary>Says <paramref name="text"/>.</summary>
    public static ScriptedReply Text(string text) => new() { Answer = new() { Text = text } };

    /// <summary>Says the concatenation of <paramref name="deltas"/>, on a stream one by one.</summary>
    public static ScriptedReply Deltas(params string[] deltas) => new() { Answer = new() { Deltas = deltas } };

    /// <summary>Says seeded prose of exactly <paramref name="count"/> tokens.</summary>
    public static ScriptedReply Tokens(int count) => new() { Answer = new() { Tokens = count } };

    /// <summary>Refuses with <paramref name="text"/>.</summary>
    public static ScriptedReply Refusal(string text) => new() { Answer = new() { Text = text, Refusal = true } };
}
