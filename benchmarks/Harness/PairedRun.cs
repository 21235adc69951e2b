using System.Runtime;

namespace TypedLlm.Benchmarks.Harness;

/// <summary>
/// Runs variants side by side: every round runs each of them once, in rotating order, so that whatever else the machine
/// does in that second meets all of them alike. Only ratios within a round are compared. The first rounds are not counted, and
/// more of them are not while the JIT compiler is still at work.
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
        await WarmUpAsync(variants);
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var index = (turn + round) % variants.Count;
                series[index].Add(await MeasureAsync(variants[index]));
            }
        }

        return series;
    }

    private async Task WarmUpAsync(IReadOnlyList<Variant> variants)
    {
        const int MostTimesLonger = 5;
        var compiled = 0L;
        for (var round = 0; round < warmUpRounds || (compiled > 0 && round < warmUpRounds * MostTimesLonger); round++)
        {
            compiled = -JitInfo.GetCompiledMethodCount();
            foreach (var variant in variants)
            {
                await MeasureAsync(variant);
            }

            compiled += JitInfo.GetCompiledMethodCount();
        }
    }

    private async Task<Sample> MeasureAsync(Variant variant)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
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
