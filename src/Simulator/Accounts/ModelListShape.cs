namespace TypedLlm.Simulator;

/// <summary>What <c>GET /v1/models</c> answers.</summary>
public enum ModelListShape
{
    /// <summary>Every model, as the service describes it.</summary>
    Full,

    /// <summary>Every model with its id alone, as some compatible servers answer.</summary>
    IdsOnly,

    /// <summary>No model at all, although models answer.</summary>
    Empty,

    /// <summary>A web page with status 200, as a proxy or a wrong address answers.</summary>
    Html,
}
