using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Verification;

/// <summary>Something wrong with what was checked.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Method">The method it is about, as <c>Shop.ISupportDesk.AnswerAsync</c>; null if it is about the account or a model alone.</param>
/// <param name="Model">The model as written in the chain, or its id; null if it is about no model.</param>
/// <param name="Message">What is wrong and what to do, without a full stop.</param>
internal sealed record Finding(ToolRule Rule, string? Method, string? Model, string Message);
