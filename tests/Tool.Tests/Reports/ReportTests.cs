using System.Text.Json;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Reports;

namespace TypedLlm.Tool.Tests.Reports;

public sealed class ReportTests
{
    [Fact]
    public void The_table_says_what_was_tried_found_and_not_checked()
    {
        var text = Write(ReportFormat.Table);

        Assert.StartsWith("Production (https://api.example/v1, sha256:0123456789ab)", text, StringComparison.Ordinal);
        Assert.Contains("call: works", text, StringComparison.Ordinal);
        Assert.Matches("background: works +2.5 s +0.001", text);
        Assert.Contains("batch on chat: refused, its lines fail with 404; /v1/responses works", text, StringComparison.Ordinal);
        Assert.Contains("pdf: not learned, no answer within 60 s", text, StringComparison.Ordinal);
        Assert.Matches(@"TLLM016 +error +Shop\.ISupportDesk\.AnswerAsync +100% wrong, \[so\]", text);
        Assert.Contains("Note: there is more.", text, StringComparison.Ordinal);
        Assert.EndsWith("1 error, 1 warning, 2 not checked; 0.00112 USD.", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Workflow_commands_are_escaped()
    {
        Assert.Equal(
            """
            ::error title=TLLM016 Shop.ISupportDesk.AnswerAsync::Production: 100%25 wrong, [so]%0Amend: it. https://typedllm.dev/rules/TLLM016
            ::warning title=TLLM601 gpt-5.4::Production: the days differ. https://typedllm.dev/rules/TLLM601
            ::warning title=typedllm could not check everything::Production: gpt-5.4, pdf could not be checked: no answer within 60 s.
            ::warning title=typedllm could not check everything::Production: settings could not be checked: they are wrong.
            ::notice title=typedllm::Production: there is more.

            """,
            Write(ReportFormat.GitHub));
    }

    [Fact]
    public void The_json_is_as_documented()
    {
        const string Expected = """
            {
              "version": 1,
              "exitCode": 1,
              "offline": false,
              "date": "2026-11-22",
              "costUsd": 0.00112,
              "environments": [
                {
                  "name": "Production",
                  "baseUrl": "https://api.example/v1",
                  "credential": "sha256:0123456789ab",
                  "models": [
                    {
                      "id": "gpt-5.4",
                      "provider": "openai",
                      "access": true,
                      "shutdownDate": "2027-01-02",
                      "tried": [
                        {
                          "feature": "call",
                          "endpoint": "responses",
                          "verdict": "works",
                          "detail": "it answered",
                          "costUsd": 0.00012,
                          "requestId": "req_1"
                        },
                        {
                          "feature": "background",
                          "endpoint": "responses",
                          "verdict": "works",
                          "detail": "it answered",
                          "queuedSeconds": 2.5,
                          "costUsd": 0.001
                        },
                        {
                          "feature": "batch",
                          "endpoint": "chat",
                          "verdict": "refused",
                          "detail": "its lines fail with 404",
                          "use": "/v1/responses"
                        },
                        {
                          "feature": "pdf",
                          "endpoint": "responses",
                          "verdict": "notLearned",
                          "detail": "no answer within 60 s"
                        }
                      ]
                    }
                  ],
                  "findings": [
                    {
                      "rule": "TLLM016",
                      "level": "error",
                      "method": "Shop.ISupportDesk.AnswerAsync",
                      "model": "gpt-5.4",
                      "message": "100% wrong, [so]\nmend: it",
                      "help": "https://typedllm.dev/rules/TLLM016"
                    },
                    {
                      "rule": "TLLM601",
                      "level": "warning",
                      "model": "gpt-5.4",
                      "message": "the days differ",
                      "help": "https://typedllm.dev/rules/TLLM601"
                    }
                  ],
                  "notChecked": [
                    {
                      "model": "gpt-5.4",
                      "what": "pdf",
                      "reason": "no answer within 60 s"
                    },
                    {
                      "what": "settings",
                      "reason": "they are wrong"
                    }
                  ],
                  "notes": [
                    "there is more"
                  ]
                }
              ]
            }

            """;

        Assert.Equal(Expected, Write(ReportFormat.Json));
    }

    [Fact]
    public void The_sarif_has_what_its_specification_requires()
    {
        using var json = JsonDocument.Parse(Write(ReportFormat.Sarif));

        Assert.Empty(SarifSpecification.Problems(json.RootElement));
    }

    [Fact]
    public void The_sarif_places_findings_at_methods_and_tells_what_was_not_checked()
    {
        using var json = JsonDocument.Parse(Write(ReportFormat.Sarif));
        var run = json.RootElement.GetProperty("runs").EnumerateArray().Single();
        var result = run.GetProperty("results")[0];

        Assert.Equal("TLLM016", result.GetProperty("ruleId").GetString());
        Assert.Equal("TLLM016", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("Production", result.GetProperty("properties").GetProperty("environment").GetString());
        var location = result.GetProperty("locations").EnumerateArray().Single();
        Assert.Equal("deploy/typedllm.lock.json", location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(
            """{"name":"AnswerAsync","fullyQualifiedName":"Shop.ISupportDesk.AnswerAsync","kind":"member"}""",
            JsonSerializer.Serialize(location.GetProperty("logicalLocations").EnumerateArray().Single()));
        Assert.False(run.GetProperty("results")[1].GetProperty("locations")[0].TryGetProperty("logicalLocations", out _));
        var invocation = run.GetProperty("invocations").EnumerateArray().Single();
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(
            ["Production: gpt-5.4, pdf could not be checked: no answer within 60 s.", "Production: settings could not be checked: they are wrong."],
            invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(notification => notification.GetProperty("message").GetProperty("text").GetString()));
    }

    private static string Write(ReportFormat format)
    {
        using var output = new StringWriter();
        Report.Write(SampleReport.Create(), format, new ToolHost { Out = output, Error = TextWriter.Null, Directory = "/", Variables = new Dictionary<string, string>() });
        return output.ToString().ReplaceLineEndings("\n");
    }
}
