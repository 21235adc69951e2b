using System.ComponentModel.DataAnnotations;

namespace TypedLlm.FaultTests.Endpoints;

/// <summary>A line of a receipt, with all that can be demanded of a value.</summary>
public sealed record ReceiptLine(string Name, [property: Range(0, 1000)] decimal Price)
{
    public const string Demand = "It must name the goods.";

    public string Name { get; } = Name != "oriole's egg" ? Name : throw new ArgumentException($"{Name} is no goods.", nameof(Name));

    [Validate]
    public static void Check(ReceiptLine value, LlmValidation validation)
    {
        if (string.IsNullOrWhiteSpace(value.Name))
        {
            validation.Error(nameof(Name), Demand);
        }

        if (value.Price == 13)
        {
            throw new InvalidOperationException($"{value.Name} brings bad luck.");
        }

        if (value.Price > 500)
        {
            validation.Warn(nameof(Price), $"{value.Name} is dear.");
        }
    }
}
