using System.Globalization;

namespace TypedLlm.Chains;

/// <summary>What is wrong with a chain of models.</summary>
/// <param name="RuleId">One of <see cref="DiagnosticIds"/>.</param>
/// <param name="Index">The place in the chain; 0 is the primary.</param>
/// <param name="Name">The name as written there; empty if there is none.</param>
/// <param name="Arguments">What fills the rule's format in <see cref="ChainMessages"/>.</param>
/// <param name="Suggestions">What a fix may write instead, or insert, the best first; each is one name.</param>
internal sealed record ChainProblem(
    string RuleId,
    int Index,
    string Name,
    EquatableArray<string> Arguments,
    EquatableArray<string> Suggestions)
{
    /// <summary>The problem as a sentence without a full stop.</summary>
    public string Message
    {
        get
        {
            object[] arguments = [.. Arguments];
            return string.Format(CultureInfo.InvariantCulture, ChainMessages.Format(RuleId), arguments);
        }
    }
}
