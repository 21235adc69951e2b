namespace TypedLlm.Simulator;

/// <summary>What the validation of a batch has found.</summary>
/// <param name="Code">The code, for example <c>token_limit_exceeded</c>.</param>
/// <param name="Message">The text.</param>
/// <param name="Param">The field at fault; null if it is none.</param>
/// <param name="Line">The line at fault, from 1; null if it is none.</param>
public sealed record BatchError(string Code, string Message, string? Param = null, int? Line = null);
