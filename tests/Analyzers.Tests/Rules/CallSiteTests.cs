using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.CallSiteAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class CallSiteTests
{
    [Theory]
    [InlineData("""new ChatClient(model: {|TLLM501:"gpt-5.3-chat-latest"|}, apiKey: key)""")]
    [InlineData("""new ChatClient({|TLLM501:"gpt-5.3-chat-latest"|}, new ApiKeyCredential(key), new OpenAIClientOptions())""")]
    [InlineData("""new ChatClientSettings { Model = {|TLLM501:"gpt-5.3-chat-latest"|} }""")]
    [InlineData("""new OpenAIClient(key).GetChatClient({|TLLM501:"gpt-5.3-chat-latest"|})""")]
    [InlineData("""new OpenAIClient(key)?.GetChatClient({|TLLM501:LlmModels.Gpt53ChatLatest|})""")]
    [InlineData("""new OpenAIClient(key).GetResponsesClient().CreateResponse({|TLLM501:"gpt-5.3-chat-latest"|}, "Hello")""")]
    [InlineData("""new CreateResponseOptions({|TLLM501:"gpt-5.3-chat-latest"|}, [])""")]
    [InlineData("""new CreateResponseOptions { Model = {|TLLM501:"gpt-5.3-chat-latest"|} }""")]
    [InlineData("""new ChatOptions { ModelId = {|TLLM501:"gpt-5.3-chat-latest"|} }""")]
    [InlineData("""new ChatOptions { ModelId = key.Length > 0 ? {|TLLM501:"gpt-5.3-chat-latest"|} : "gpt-5.4" }""")]
    [InlineData("""new ChatOptions { ModelId = null ?? {|TLLM501:"gpt-5.3-chat-latest"|} }""")]
    [InlineData("""new ChatOptions().ModelId = {|TLLM501:Old|}""")]
    [InlineData("""new ChatOptions().ModelId ??= {|TLLM501:"gpt-5.3-chat-latest"|}""")]
    [InlineData("""new ChatClient({|TLLM501:"gpt-5.3-chat-latest"|}, new ApiKeyCredential(key), new OpenAIClientOptions { ProjectId = "shop" })""")]
    [InlineData("""new ChatClient({|TLLM501:"gpt-5.3-chat-latest"|}, new ApiKeyCredential(key), null)""")]
    [InlineData("""new MyOptions { ModelId = {|TLLM501:"gpt-5.3-" + "chat-latest"|} }""")]
    public Task A_dead_id_is_reported_where_it_is_handed_over(string expression) => Verify.VerifyAnalyzerAsync(Source(expression));

    [Theory]
    [InlineData("""new ChatClient("gpt-5.4", key)""")]
    [InlineData("""new ChatClient("5.3", key)""")]
    [InlineData("""new ChatClient("acme-deployment", key)""")]
    [InlineData("""new ChatClient("gpt-5.3-chat-latest", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://acme.example/openai/v1/") })""")]
    [InlineData("""new ChatClient(key, key)""")]
    [InlineData("""new OpenAIClient(key).GetEmbeddingClient("gpt-5.3-chat-latest")""")]
    [InlineData("""new ChatClient("gpt-5.4", "gpt-5.3-chat-latest")""")]
    [InlineData("""new Other("gpt-5.3-chat-latest") { ModelId = "gpt-5.3-chat-latest" }""")]
    [InlineData("""new MyClient().GetChatClient("gpt-5.3-chat-latest")""")]
    public Task Live_unknown_and_other_names_are_not(string expression) => Verify.VerifyAnalyzerAsync(Source(expression));

    [Fact]
    public Task The_message_names_date_and_replacement() => Verify.VerifyAnalyzerAsync(
        Source("""new ChatClient({|#0:"gpt-5.3-chat-latest"|}, key)"""),
        Verify.Diagnostic(CallSiteDescriptors.ShutDownModel).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "'gpt-5.3-chat-latest' was shut down on 2026-08-10, so OpenAI refuses every call to it; use 'gpt-5.6-sol'"));

    [Fact]
    public Task Dates_are_compared_with_the_later_one_of_catalog_and_lock()
    {
        const string models = """{ "asOf": "2030-01-01", "models": [ { "id": "acme-1", "shutdownDate": "2030-02-01" } ] }""";
        return Task.WhenAll(
            VerifyAsync("""new ChatClient("acme-1", key)""", models, Lock("2029-12-31")),
            VerifyAsync("""new ChatClient("acme-1", key)""", models, Lock("2030-01-31")),
            VerifyAsync("""new ChatClient({|TLLM501:"acme-1"|}, key)""", models, Lock("2030-02-01")));
    }

    [Fact]
    public Task The_replacement_is_allowed_and_open_to_the_account()
    {
        var test = new Verify.Test { TestCode = Source("""new ChatClient({|#0:"gpt-5.3-chat-latest"|}, key)""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": [ "gpt-5.6-sol", "gpt-5.2" ] }"""));
        test.TestState.AdditionalFiles.Add(
            ("typedllm.lock.json", """{ "version": 1, "environments": { "a": { "models": { "gpt-5.6-sol": { "access": false } } } } }"""));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(CallSiteDescriptors.ShutDownModel).WithLocation(0).WithMessage(
            "'gpt-5.3-chat-latest' was shut down on 2026-08-10, so OpenAI refuses every call to it; use 'gpt-5.2'"));
        return test.RunAsync();
    }

    [Fact]
    public Task An_alias_does_not_help_the_client_of_another_library() =>
        VerifyAsync("""new ChatClient({|TLLM501:"gpt-5.3-chat-latest"|}, key)""", """{ "aliases": { "gpt-5.3-chat-latest": "gpt-5.6-sol" } }""", Lock("2026-01-01"));

    [Fact]
    public Task Suppressed_by_pragma() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM501\n" + Source("""new ChatClient("gpt-5.3-chat-latest", key)"""));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Source("""new ChatClient({|#0:"gpt-5.3-chat-latest"|}, key)""") };
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM501.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(CallSiteDescriptors.ShutDownModel).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    internal static string Source(string expression) =>
        $$"""
        #pragma warning disable OPENAI001, SCME0002
        using System;
        using System.ClientModel;
        using System.Collections.Generic;
        using Microsoft.Extensions.AI;
        using OpenAI;
        using OpenAI.Chat;
        using OpenAI.Responses;
        using TypedLlm;

        public static class Program
        {
            private const string Old = "gpt-5.3-chat-latest";

            public static object? Make(string key)
            {
                object? made = {{expression}};
                return made;
            }
        }

        public sealed class MyOptions : ChatOptions;

        public sealed class Other(string model)
        {
            public string ModelId { get; set; } = model;
        }

        public sealed class MyClient
        {
            public string GetChatClient(string model) => model;
        }
        """;

    private static string Lock(string date) =>
        $$"""{ "version": 1, "environments": { "test": { "checked": "{{date}}" } } }""";

    private static Task VerifyAsync(string expression, string models, string locked)
    {
        var test = new Verify.Test { TestCode = Source(expression) };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", models));
        test.TestState.AdditionalFiles.Add(("typedllm.lock.json", locked));
        return test.RunAsync();
    }
}
