namespace TypedLlm.Benchmarks.Harness;

/// <summary>The samples of one variant, one for each round.</summary>
internal sealed class Series(string name)
{
    private readonly List<Sample> _samples = [];

    public string Name => name;

    public double MinimumCpu => _samples.Min(sample => sample.CpuNanoseconds);

    public double MedianCpu => Median(_samples.Select(sample => sample.CpuNanoseconds));

    public double MedianBytes => Median(_samples.Select(sample => sample.Bytes));

    public void Add(Sample sample) => _samples.Add(sample);

    /// <summary>The median over the rounds of this series' CPU divided by the other's in the same round.</summary>
    public double CpuRatioTo(Series other) =>
        Median(_samples.Zip(other._samples, (mine, theirs) => mine.CpuNanoseconds / theirs.CpuNanoseconds));

    /// <summary>The median over the rounds of this series' CPU minus the other's in the same round.</summary>
    public double CpuAbove(Series other) =>
        Median(_samples.Zip(other._samples, (mine, theirs) => mine.CpuNanoseconds - theirs.CpuNanoseconds));

    public double BytesRatioTo(Series other) => MedianBytes / other.MedianBytes;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
