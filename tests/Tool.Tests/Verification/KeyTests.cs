using System.Reflection;
using TypedLlm.Simulator;
using TypedLlm.Tool.Service;
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
        (Name: "400 that quotes the end of it", Reply: Quotes(400, VerifyScene.Key[^10..])),
        (Name: "id that quotes it", Reply: new ScriptedReply { Http = new HttpReply(500) { Body = "{}", Headers = new Dictionary<string, string> { ["x-request-id"] = VerifyScene.Key } } }),
        (Name: "event that quotes it", Reply: new ScriptedReply { Http = new HttpReply(200) { Body = $"event: error\ndata: {{\"type\":\"error\",\"code\":\"{VerifyScene.Key}\"}}\n\n", ContentType = "text/event-stream" } }),
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

        await CheckAsync(scene);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_that_comes_of_a_probe_has_the_key(string failure)
    {
        await using var scene = await VerifyScene.StartAsync();
        foreach (var call in new[] { "POST /v1/responses", "POST /v1/files", "POST /v1/batches" })
        {
            scene.Simulator.Scripts.ForCall(call).Always(Failures[failure]);
        }

        await CheckAsync(scene, "--probe", "--need", "batch", "--need", "streaming");
    }

    private static async Task CheckAsync(VerifyScene scene, params string[] arguments)
    {
        foreach (var format in new[] { "table", "sarif", "json", "github" })
        {
            var run = await scene.DriveAsync(scene.VerifyAsync([.. arguments, "--format", format]));

            Assert.NotEqual(0, run.Code);
            var written = Directory.EnumerateFiles(scene.Folder.FullPath).Where(file => !file.EndsWith(".dll", StringComparison.Ordinal)).Select(File.ReadAllText);
            foreach (var text in written.Append(run.Out).Append(run.Error))
            {
                for (var start = 0; start + KeyRedactor.MinPart <= VerifyScene.Key.Length; start++)
                {
                    Assert.DoesNotContain(VerifyScene.Key.Substring(start, KeyRedactor.MinPart), text, StringComparison.Ordinal);
                }
            }
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
