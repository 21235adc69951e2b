using TypedLlm.Catalog;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Rules;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Tests.Reports;

/// <summary>A report with something of everything.</summary>
internal static class SampleReport
{
    private static readonly ProviderSettings Provider = new("openai") { BaseUrl = "https://api.example/v1", ApiKey = "sk-test" };

    private static readonly ProbeTarget Target = new("gpt-5.4", "gpt-5.4", null, Provider);

    public static ModelTarget Model(string id = "gpt-5.4") => new(id, "openai", Provider, new ModelFacts { Id = id }, true) { Requests = [] };

    public static ProbeResult Result(
        ProbeKind kind, ProbeVerdict verdict = ProbeVerdict.Works, EndpointKind endpoint = EndpointKind.Responses, string detail = "it answered") =>
        new(new ProbeRequest(Target, endpoint, kind), verdict, detail);

    public static VerifyReport Create() => new(
        new CatalogDate(2026, 11, 22),
        false,
        "deploy/typedllm.lock.json",
        RuleLevel.Warning,
        [
            new EnvironmentReport("Production")
            {
                BaseUrl = "https://api.example/v1",
                Credential = "sha256:0123456789ab",
                Models =
                [
                    new ModelObservation(Model(), new ListedModel(true, null) { ShutdownDate = new CatalogDate(2027, 1, 2) },
                    [
                        Result(ProbeKind.Call) with { Cost = 0.00012m, RequestId = "req_1" },
                        Result(ProbeKind.Background) with { Queued = TimeSpan.FromSeconds(2.5), Cost = 0.001m },
                        Result(ProbeKind.Batch, ProbeVerdict.Refused, EndpointKind.Chat, "its lines fail with 404") with { Use = "/v1/responses" },
                        Result(ProbeKind.Pdf, ProbeVerdict.NotLearned, detail: "no answer within 60 s"),
                    ]),
                ],
                Findings =
                [
                    new Finding(ToolRules.Find("TLLM016"), "Shop.ISupportDesk.AnswerAsync", "gpt-5.4", "100% wrong, [so]\nmend: it"),
                    new Finding(ToolRules.Find("TLLM601"), null, "gpt-5.4", "the days differ"),
                ],
                NotChecked = [new NotChecked("gpt-5.4", "pdf", "no answer within 60 s"), new NotChecked(null, "settings", "they are wrong")],
                Notes = ["there is more"],
            },
        ]);
}
