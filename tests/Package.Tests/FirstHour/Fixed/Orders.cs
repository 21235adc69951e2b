using TypedLlm;

namespace Shop;

public sealed record Order(int Id, decimal Total, DateTime Placed);

[LlmEndpoint(Primary = "gpt-5.6-terra", Fallback = "gpt-6-sol")]
public interface IOrders
{
    [Prompt("Explain order {order.Id} of {order.Placed:yyyy-MM-dd}")]
    Task<string> ExplainAsync(Order order, CancellationToken ct = default);

    [Prompt("How likely does order {order.Id} come back? Answer with a number.")]
    Task<string> RiskAsync(Order order, CancellationToken ct = default);

    [Prompt("Summarize order {order.Id}")]
    Task<string> SummarizeAsync(Order order, CancellationToken ct = default);

    [Prompt("Order {order.Id:D6} for {order.Total:N2}")]
    Task<string> TitleAsync(Order order, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "5.6-sol", Fallback = "gpt-5.4")]
public interface IReturns
{
    [Prompt("Why was this returned? Answer in {language}: {text}")]
    Task<string> ReasonAsync(string text, string language, CancellationToken ct = default);

    [Prompt("Add {text} to {log}")]
    Task<string> LogAsync(string text, string log, CancellationToken ct = default);
}
