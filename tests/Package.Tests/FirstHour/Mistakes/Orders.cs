using TypedLlm;

namespace Shop;

public sealed record Order(int Id, decimal Total, DateTime Placed);

[LlmEndpoint(Primary = "gpt-4", Fallback = "gpt-6-sol")]
public interface IOrders
{
    [Prompt("Explain order {order.Number} of {order.Placed:yyyy-MM-dd}")]
    Task<string> ExplainAsync(Order order, CancellationToken ct = default);

    [Prompt("How likely does order {order.Id} come back?")]
    double RiskAsync(Order order, CancellationToken ct = default);

    [Prompt("Summarize {order")]
    Task<string> SummarizeAsync(Order order, CancellationToken ct = default);

    [Prompt("Order {order.Id:Q} for {order.Total:N2}")]
    Task<string> TitleAsync(Order order, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "5.6-sol", Fallback = "gpt-5.6-sol")]
public interface IReturns
{
    [Prompt("Why was this returned: {text}")]
    Task<string> ReasonAsync(string text, string language, CancellationToken ct = default);

    [Prompt("Add {text} to {log}")]
    Task<string> LogAsync(string text, ref string log, CancellationToken ct = default);
}
