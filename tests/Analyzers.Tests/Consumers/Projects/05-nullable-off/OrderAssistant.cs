using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using TypedLlm;

namespace Northwind.Legacy
{
    public class Order
    {
        public int OrderId { get; set; }

        public string ShipCity { get; set; }

        public DateTime? ShippedDate { get; set; }

        public List<OrderLine> Lines { get; set; }
    }

    public class OrderLine
    {
        public string Product { get; set; }

        public short Quantity { get; set; }
    }

    [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.4-mini")]
    [SystemPrompt("You know the orders of Northwind Traders.")]
    public interface IOrderAssistant
    {
        [Prompt("Order {order.OrderId} to {order.ShipCity}, shipped {order.ShippedDate:yyyy-MM-dd}.\nQuestion: {question}")]
        Task<string> ExplainAsync(Order order, string question, CancellationToken cancellationToken = default(CancellationToken));
    }

    public class OrderService
    {
        private readonly IOrderAssistant assistant;

        public OrderService(IOrderAssistant assistant)
        {
            this.assistant = assistant;
        }

        public async Task<string> ExplainOldestAsync(IEnumerable<Order> orders, string question)
        {
            var oldest = orders.OrderBy(o => o.ShippedDate).FirstOrDefault();
            return oldest == null ? null : await assistant.ExplainAsync(oldest, question);
        }
    }
}
