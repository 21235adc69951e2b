namespace TypedLlm.Tool.Probes;

/// <summary>All probes; a new one is a line here.</summary>
internal static class ProbeCatalog
{
    private static readonly Dictionary<ProbeKind, IProbe> All = new IProbe[]
    {
        new CallProbe(),
        new StreamingProbe(),
        new StructuredProbe(),
        new BackgroundProbe(),
        new BatchProbe(),
        new PdfProbe(),
        new ImageProbe(),
        new ToolsProbe(),
    }.ToDictionary(static probe => probe.Kind);

    public static IProbe Of(ProbeKind kind) => All[kind];
}
