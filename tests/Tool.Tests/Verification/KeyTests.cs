using System.Reflection;
using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Verification;

/// <summary>The key goes through every failure, and nothing that is printed or written has it.</summary>
public sealed class KeyTests
{
    private static readonly Dictionary<string, ScriptedReply> Failures = new[]
    {
        (Name: "error that quotes it", Reply: Quotes(400, "invalid_value")),
        (Name: "404 that quotes it", Reply: Quotes(404, "model_not_found")),
        (Name: "401 that quotes it", Reply: Quotes(401, VerifyScene.Key)),
        (Name: "page that quotes it", Reply: new ScriptedReply { Http = new HttpReply(200) { Body = $"<p>{VerifyScene.Key}</p>", ContentType = "text/html" } }),
        (Name: "list that quotes it", Reply: new ScriptedReply { Http = new HttpReply(200) { Body = $$"""{ "data": "{{VerifyScene.Key}}" }""" } }),
        (Name: "redirect that quotes it", Reply: Faults.Redirect(new Uri($"http://127.0.0.1:1/?key={VerifyScene.Key}"))),
        (Name: "reset", Reply: Faults.ResetBeforeHeaders()),
        (Name: "cut", Reply: Faults.ResetAfterBytes(10)),
    }.Concat(HttpFaults()).ToDictionary(fault => fault.Name, fault => fault.Reply);

    public static TheoryData<string> Names => new(Failures.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_that_is_printed_or_written_has_the_key(string failure)
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Options.Account = new SimulatedAccount { MissingModels = ["gpt-5.6-sol"] };
        scene.Simulator.Scripts.ForCall("GET /v1/models").First(4, Failures[failure]);
        scene.Simulator.Scripts.ForCall("GET /v1/models/{id}").Always(Failures[failure]);
        foreach (var format in new[] { "table", "sarif", "json", "github" })
        {
            var run = await scene.DriveAsync(scene.VerifyAsync("--format", format));

            Assert.NotEqual(0, run.Code);
            Assert.DoesNotContain(VerifyScene.Key, run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(VerifyScene.Key, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(VerifyScene.Key, scene.HasLock ? scene.Lock : "", StringComparison.Ordinal);
        }
    }

    private static ScriptedReply Quotes(int status, string code) => new()
    {
        Http = new HttpReply(status) { Body = $$$"""{ "error": { "message": "No: {{{VerifyScene.Key}}}", "type": "{{{VerifyScene.Key}}}", "param": "{{{VerifyScene.Key}}}", "code": "{{{code}}}" } }""" },
    };

    /// <summary>Every fault that is one HTTP answer and needs no more than its name.</summary>
    private static IEnumerable<(string Name, ScriptedReply Reply)> HttpFaults() => typeof(Faults).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(fault => fault.ReturnType == typeof(ScriptedReply) && fault.GetParameters().All(parameter => parameter.IsOptional))
        .Select(fault => (fault.Name, Reply: (ScriptedReply)fault.Invoke(null, BindingFlags.OptionalParamBinding, null, [.. fault.GetParameters().Select(_ => Type.Missing)], null)!))
        .Where(fault => fault.Reply.Http is not null);
}
