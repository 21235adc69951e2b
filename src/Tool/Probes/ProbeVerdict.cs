namespace TypedLlm.Tool.Probes;

/// <summary>What a probe learned.</summary>
internal enum ProbeVerdict
{
    /// <summary>The answer is a recorded success.</summary>
    Works,

    /// <summary>The answer is a recorded refusal.</summary>
    Refused,

    /// <summary>Anything else. It says nothing about the model.</summary>
    NotLearned,
}
