namespace TypedLlm.Simulator;

/// <summary>How a model object reports the date of its shutdown. Null and absent mean the same to a client.</summary>
public enum ShutdownDateShape
{
    /// <summary>The date where one is known, else null.</summary>
    Present,

    /// <summary>Always null.</summary>
    Null,

    /// <summary>The key is missing, as on most compatible servers.</summary>
    Absent,
}
