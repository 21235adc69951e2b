namespace TypedLlm.Simulator;

/// <summary>A script broke the reply off; there is nothing more to send.</summary>
internal sealed class ReplyBrokenException : Exception;
