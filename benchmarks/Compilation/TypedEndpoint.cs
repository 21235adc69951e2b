using System.Globalization;
using System.Text;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>Endpoints whose three methods answer with types, in one of which a type of all endpoints is nested.</summary>
internal static class TypedEndpoint
{
    public static string Write(int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.ComponentModel;
            using System.ComponentModel.DataAnnotations;
            using System.Threading;
            using System.Threading.Tasks;
            using TypedLlm;

            namespace Shop.Area{{number}};

            public enum Urgency{{number}} { Low, Normal, High }

            [Description("What a ticket is about.")]
            public sealed record Triage{{number}}(Urgency{{number}} Urgency, string Reason, [property: Range(0, 100)] int Confidence, IReadOnlyList<string> Tags);

            public sealed record Purchase{{number}}(Guid Id, string? Customer, DateOnly Due, Shop.Price Total, IReadOnlyList<Triage{{number}}> History);

            [LlmEndpoint(Primary = "5.4", Fallback = "6-luna", Stream = true)]
            [SystemPrompt("You answer for {company}. Be brief.")]
            public interface ITypedDesk{{number}}
            {
                [Prompt("Triage this ticket: {ticket}")]
                Task<Triage{{number}}> TriageAsync(string company, string ticket, CancellationToken ct = default);

                [Prompt("Extract the purchase.\n{text}")]
                Task<LlmResult<Purchase{{number}}>> ExtractAsync(string company, string text, CancellationToken ct = default);

                [Prompt("List the purchases.\n{text}")]
                IAsyncEnumerable<Purchase{{number}}> ListAsync(string company, string text, CancellationToken ct = default);
            }
            """;
    }

    /// <summary>What makes System.Text.Json's generator read the answers of all endpoints.</summary>
    public static string JsonContext(int endpoints)
    {
        var context = new StringBuilder();
        foreach (var number in Enumerable.Range(0, endpoints))
        {
            context.Append(CultureInfo.InvariantCulture, $"[System.Text.Json.Serialization.JsonSerializable(typeof(Shop.Area{number}.Triage{number}))]\n");
            context.Append(CultureInfo.InvariantCulture, $"[System.Text.Json.Serialization.JsonSerializable(typeof(Shop.Area{number}.Purchase{number}))]\n");
        }

        return context.Append("internal sealed partial class ShopJsonContext : System.Text.Json.Serialization.JsonSerializerContext;\n").ToString();
    }

    public static string Shared(string price) => $$"""
        namespace Shop;

        public sealed record Price(decimal {{price}}, string Currency);
        """;
}
