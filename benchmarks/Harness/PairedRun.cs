namespace TypedLlm.Benchmarks.Harness;

/// <summary>
/// Runs variants side by side: every round runs each of them once, in rotating order, so that whatever else the machine
/// does in that second meets all of them alike. Only ratios within a round are compared.
/// </summary>
internal sealed class PairedRun(int rounds, int warmUpRounds)
{
    /// <summary>How many operations one variant does in one round.</summary>
    public required int Operations { get; init; }

    /// <summary>How many units (tokens of a stream) one operation has; costs are per unit.</summary>
    public int Units { get; init; } = 1;

    public async Task<IReadOnlyList<Series>> RunAsync(params IReadOnlyList<Variant> variants)
    {
        var series = variants.Select(variant => new Series(variant.Name)).ToArray();
        for (var round = -warmUpRounds; round < rounds; round++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var index = (turn + round + warmUpRounds) % variants.Count;
                var sample = await MeasureAsync(variants[index]);
                if (round >= 0)
                {
                    series[index].Add(sample);
                }
            }
        }

        return series;
    }

    private async Task<Sample> MeasureAsync(Variant variant)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        for (var operation = 0; operation < Operations; operation++)
        {
            await variant.OperationAsync();
        }

        var spent = Environment.CpuUsage.TotalTime - cpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var units = (double)Operations * Units;
        return new Sample(spent.TotalNanoseconds / units, allocated / units);
    }
}
