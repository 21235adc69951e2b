namespace TypedLlm.Tool.Probes;

/// <summary>What can be tried with a model.</summary>
internal enum ProbeKind
{
    /// <summary>A minimal call, with the effort, temperature and tier that a method sends.</summary>
    Call,

    /// <summary>A streamed answer, read to its terminal event.</summary>
    Streaming,

    /// <summary>An answer in a strict schema.</summary>
    Structured,

    /// <summary>A background run that leaves the queue; it is cancelled then.</summary>
    Background,

    /// <summary>A batch of one line, followed until the line has its outcome.</summary>
    Batch,

    /// <summary>A PDF of one page, inline and as an uploaded file.</summary>
    Pdf,

    /// <summary>A small image, inline.</summary>
    Image,

    /// <summary>A function that the model may call.</summary>
    Tools,
}
