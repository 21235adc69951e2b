using System.Text.Json;
using TypedLlm.Resilience;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class RecordedBodyTests
{
    public static TheoryData<string> Bodies => Recordings.Files("responses");

    public static TheoryData<string> Errors => Recordings.Files("error");

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_recorded_body_reads_to_text_status_and_usage(string file)
    {
        var expected = Recordings.Expected(file);

        Assert.True(ResponseSnapshotReader.TryRead(Recordings.Read(file), out var snapshot));
        Assert.Equal(expected.GetProperty("id").GetString(), snapshot.Id);
        Assert.Equal(expected.GetProperty("model").GetString(), snapshot.Model);
        Assert.Equal(expected.GetProperty("status").GetString(), snapshot.Status == ResponseStatus.InProgress ? "in_progress" : snapshot.Status.ToString(), ignoreCase: true);
        Assert.Equal(expected.GetProperty("incomplete_reason").GetString(), snapshot.IncompleteReason);
        Assert.Equal(expected.GetProperty("text").GetString(), snapshot.Text);
        Assert.Equal(expected.GetProperty("refusal").GetString(), snapshot.Refusal ?? "");
        Assert.Equal(expected.GetProperty("service_tier").GetString(), snapshot.ServiceTier);
        Assert.Equal(Recordings.Usage(expected), snapshot.Usage);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_call_returns_finished_responses_only(string file)
    {
        var expected = Recordings.Expected(file);
        var call = Wire.CallAsync(Recordings.Read(file));
        switch (expected.GetProperty("status").GetString())
        {
            case "queued":
                Assert.Equal(FailureSource.BadReply, (await Assert.ThrowsAsync<AttemptFailedException>(() => call)).Failure.Source);
                break;
            case "cancelled":
                Assert.Equal(FailureSource.InBand, (await Assert.ThrowsAsync<AttemptFailedException>(() => call)).Failure.Source);
                break;
            default:
                Assert.Equal(expected.GetProperty("text").GetString(), (await call).Text);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_recorded_error_reads_to_its_fields(string file)
    {
        var error = Recordings.Expected(file).GetProperty("error");

        Assert.Equal(
            new ErrorFacts(Field(error, "code"), Field(error, "type"), Field(error, "param"), Field(error, "message")),
            ErrorReader.ReadBody(Recordings.Read(file)) with { MessageIsExcerpt = false });
    }

    private static string? Field(JsonElement error, string name) => error.GetProperty(name).GetString();
}
