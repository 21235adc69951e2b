namespace TypedLlm.Tool.Cli;

/// <summary>A command cannot go on. The message says what, where and what to do; the process ends with <see cref="ExitCode.NotChecked"/>.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
