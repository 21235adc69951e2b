using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>Which settings a model takes together, whatever the call.</summary>
internal static class SamplingRules
{
    public static IReadOnlyList<string> Tiers { get; } = ["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"];

    public static IReadOnlyList<string> Verbosities { get; } = ["low", "medium", "high"];

    /// <summary>The effort that counts: the one that was asked for, or the model's default.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">The effort in the request; null if it has none.</param>
    /// <param name="param">Where the request has it.</param>
    /// <exception cref="ApiErrorException">The model does not take the effort.</exception>
    public static string? Effort(SimulatedModel model, string? asked, string param)
    {
        if (asked is null)
        {
            return model.Facts.DefaultEffort;
        }

        return model.Facts.Efforts switch
        {
            { IsEmpty: true } => throw new ApiErrorException(ApiErrors.UnsupportedParameter(param)),
            { } efforts when !efforts.Contains(asked) => throw new ApiErrorException(ApiErrors.UnsupportedValue(param, asked, model.Id, efforts)),
            _ => asked,
        };
    }

    /// <exception cref="ApiErrorException">The model refuses a setting.</exception>
    public static void Check(TextRequest request)
    {
        var model = request.Model;
        if (request.Temperature is not 1 && !model.AllowsTemperature(request.Effort))
        {
            throw new ApiErrorException(ApiErrors.OnlyDefault("temperature", request.Temperature.ToString(CultureInfo.InvariantCulture)));
        }

        if (request.TopP is not 1 && !model.AllowsTemperature(request.Effort))
        {
            throw new ApiErrorException(ApiErrors.UnsupportedParameter("top_p"));
        }

        if (request.ServiceTier is "ultrafast" && model.Facts.Id is not "gpt-5.6-sol")
        {
            throw new ApiErrorException(ApiErrors.UnsupportedValue("service_tier", "ultrafast", model.Id, Tiers.Take(Tiers.Count - 1)));
        }
    }
}
