using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Streams that never end are left where no answer can be longer, with memory that does not grow with them.</summary>
[Collection(MemoryTests.Name)]
public sealed class EndlessAnswerTests
{
    private const int Megabyte = 1024 * 1024;
    private const int Bound = 32 * Megabyte;
    private const string Line = """{"Name":"Tea","Price":1},""";

    /// <summary>A client is told of a closed connection late: what was in flight counts as sent.</summary>
    private const int InFlight = 16 * Megabyte;

    private static readonly Dictionary<string, (Func<TypedForm, string> First, string More)> Streams = new()
    {
        ["one text"] = (form => ReceiptAnswers.Json(form, "{\"Name\":\"")[..^4], new string('a', 16 * 1024)),
        ["elements"] = (form => form == TypedForm.Elements ? "{\"items\":[" : "{\"Shop\":\"Elbe\",\"Lines\":[", string.Concat(Enumerable.Repeat(Line, 600))),
        ["values of nothing"] = (_ => "{\"unknown\":[", string.Concat(Enumerable.Repeat("1,", 8 * 1024))),
    };

    public static TheoryData<string, TypedForm> Cases => TheoryCases.Of(Streams.Keys, TypedForm.Whole, TypedForm.Events, TypedForm.Elements);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_left_at_its_bound(string name, TypedForm form)
    {
        var (first, more) = Streams[name];
        var host = new EndlessHost(first(form), more);
        TypedReport report;
        long allocated;
        await using (host)
        {
            await using var scene = await FaultScene.StartAsync(options => options.Providers["openai"].BaseUrl = host.BaseUrl);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            report = await new TypedCaller(scene.Get<IReceiptDesk>(), form).CallAsync().WaitAsync(Guards.Hang);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Assert.Equal(LlmFailureKind.BadProviderReply, report.Failure?.Kind);
        Assert.Equal(form == TypedForm.Elements && name == "elements", report.Lines.Count > 0);
        Assert.Equal(report.Attempts.Count, host.Sent.Count);
        Assert.All(host.Sent, static sent => Assert.InRange(sent, Bound, Bound + InFlight));

        // Read to its end alone, nothing is kept of it. Who is shown the parts pays for these, and for what is kept of them.
        Assert.InRange(allocated, 1, (form == TypedForm.Whole ? 16L : 400) * Megabyte);
    }
}
