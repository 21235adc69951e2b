namespace TypedLlm.Tool.Rules;

/// <summary>How bad a finding is, from least to worst.</summary>
internal enum RuleLevel
{
    Warning,
    Error,
}
