namespace TypedLlm.Chains;

/// <summary>What one method sends beside its prompt, as far as models differ in what they take.</summary>
/// <param name="Effort">The reasoning effort as on the wire; null is not sent.</param>
/// <param name="CustomTemperature">Whether a temperature other than the default is sent.</param>
internal sealed record CallParameters(string? Effort, bool CustomTemperature);
