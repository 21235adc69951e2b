using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TypedLlm;

namespace Guides;

// <declare>
[LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
public interface IMailRoom
{
    [Prompt("Turn this mail into an inquiry.\n{mail}")]
    Task<Inquiry> OpenAsync([Untrusted] string mail, CancellationToken ct = default);

    [Prompt("Copy the quote out of this mail.\n{mail}")]
    Task<LlmResult<Quote>> QuoteAsync([Untrusted] string mail, CancellationToken ct = default);

    [Prompt("From 0 to 10, how angry is this mail?\n{mail}")]
    Task<int> RateAngerAsync([Untrusted] string mail, CancellationToken ct = default);

    [Prompt("What may we offer for this mail?\n{mail}")]
    Task<Remedy> OfferAsync([Untrusted] string mail, CancellationToken ct = default);

    [Prompt("Which articles does this list name?\n{list}")]
    IAsyncEnumerable<Article> FindArticlesAsync([Untrusted] string list, CancellationToken ct = default);
}

public sealed record Inquiry(string Summary, Urgency Urgency, DateOnly? Promised, IReadOnlyList<Article> Articles);

public enum Urgency
{
    Low,
    Normal,
    High,
}
// </declare>

// <names>
[LlmAnswer(Naming = LlmNaming.SnakeCase)]
[Description("An article as our shop sells it.")]
public sealed record Article
{
    [Description("As printed on the box: two letters and four digits.")]
    [RegularExpression("[A-Z]{2}[0-9]{4}")]
    public required string ArticleNumber { get; init; }

    [Range(1, 500)]
    public required int Count { get; init; }

    [MaxLength(3)]
    public IReadOnlyList<string> Defects { get; init; } = [];
}
// </names>

// <family>
[JsonDerivedType(typeof(Refund), "refund")]
[JsonDerivedType(typeof(Replacement), "replacement")]
public abstract record Remedy;

public sealed record Refund([Range(0, 500)] decimal Amount) : Remedy;

public sealed record Replacement(string ArticleNumber, int Count) : Remedy;
// </family>

// <check>
public sealed record Quote(decimal Net, decimal Tax, decimal Total, DateOnly? ValidUntil)
{
    [Validate]
    internal static void AddsUp(Quote quote, LlmValidation validation)
    {
        if (quote.Net + quote.Tax != quote.Total)
        {
            validation.Error(nameof(Total), $"is {quote.Total}, but net and tax make {quote.Net + quote.Tax}"); // repaired
        }

        if (quote.ValidUntil is null)
        {
            validation.Warn(nameof(ValidUntil), "the quote does not say how long it holds"); // returned
        }
    }
}
// </check>

public interface IShop
{
    bool Sells(string articleNumber);
}

// <validator>
public sealed class SoldArticles(IShop shop) : ILlmValidator<Inquiry>
{
    public void Validate(Inquiry value, LlmValidation validation)
    {
        for (var index = 0; index < value.Articles.Count; index++)
        {
            if (!shop.Sells(value.Articles[index].ArticleNumber))
            {
                validation.Error($"{nameof(Inquiry.Articles)}[{index}].ArticleNumber", "the shop sells no such article");
            }
        }
    }
}
// </validator>

internal static class Answering
{
    public static async Task<decimal> UseFamilyAsync(IMailRoom room, string mail)
    {
        // <switch>
        var cost = await room.OfferAsync(mail) switch
        {
            Refund refund => refund.Amount,
            Replacement replacement => replacement.Count * 9.90m,
            _ => 0,
        };
        // </switch>
        return cost;
    }

    public static async Task<Quote> UseWarningsAsync(IMailRoom room, string mail)
    {
        // <warnings>
        var result = await room.QuoteAsync(mail);
        foreach (var warning in result.Warnings)
        {
            Console.WriteLine($"{warning.Path}: {warning.Message}"); // $.ValidUntil: the quote does not say how long it holds
        }
        // </warnings>
        return result.Value;
    }

    public static async Task UseElementsAsync(IMailRoom room, string list, CancellationToken ct)
    {
        // <elements>
        await foreach (var article in room.FindArticlesAsync(list, ct))
        {
            Console.WriteLine($"{article.Count} x {article.ArticleNumber}"); // the model still writes the next one
        }
        // </elements>
    }

    public static async Task<Inquiry?> FailAsync(IMailRoom room, string mail)
    {
        // <invalid>
        try
        {
            return await room.OpenAsync(mail);
        }
        catch (LlmException exception) when (exception.InnerException is AnswerException fault)
        {
            Console.Error.WriteLine($"{fault.Path} should be {fault.Expected}, but has {fault.Found}.");
            return null;
        }
        // </invalid>
    }
}
