namespace TypedLlm.Tool.Probes;

/// <summary>One thing that can be tried with a model: what it sends, and which answers say yes or no.</summary>
internal interface IProbe
{
    ProbeKind Kind { get; }

    /// <summary>Whether it waits for runs or batches, so that other probes need not wait for it.</summary>
    bool IsLong { get; }

    /// <summary>The most that it sends and gets.</summary>
    ProbeLoad LoadOf(ProbeRequest request);

    /// <exception cref="NotLearnedException">It cannot go on.</exception>
    Task<ProbeResult> RunAsync(ProbeContext context);
}
