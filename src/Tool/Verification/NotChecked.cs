namespace TypedLlm.Tool.Verification;

/// <summary>Something that could not be checked, which says nothing about it.</summary>
/// <param name="Model">The id of the model; null if it is about the whole environment.</param>
/// <param name="What">What could not be checked.</param>
/// <param name="Reason">Why, as a clause.</param>
internal sealed record NotChecked(string? Model, string What, string Reason);
